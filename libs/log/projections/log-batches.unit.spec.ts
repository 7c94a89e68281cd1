import type { EventStore, StoredEntry } from '../event-store/event-store.port';
import { StoreBusy } from '../event-store/event-store.port';
import type { Vault } from '../vault/vault';
import { isDatabaseTrouble } from './faults';
import { LogBatches } from './log-batches';

it('reads a stream again after it could not be read', async () => {
  let asked = 0;
  const store = {
    readAll: () => Promise.resolve([]),
    size: () => Promise.resolve(0),
    readLogged: (): Promise<readonly StoredEntry[]> =>
      asked++ === 0 ? Promise.reject(new Error('Connection terminated unexpectedly')) : Promise.resolve([]),
  } as unknown as EventStore;
  const vault = { open: () => Promise.resolve([]) } as unknown as Vault;
  const batch = await new LogBatches(store, vault, 10).at(0);
  const streams = ['contribution-1', 'contribution-2'];
  await expect(batch.whole(streams)).rejects.toThrow('terminated');
  expect((await batch.whole(streams)).get('contribution-1')).toEqual({ events: [], openedAt: 0 });
  await batch.whole(['contribution-2']);
  expect(asked).toBe(2);
});

it('takes an event store that is away for a trouble that passes, not for the fault of an event', () => {
  expect(isDatabaseTrouble(new StoreBusy('EventStoreDB cannot be reached'))).toBe(true);
});

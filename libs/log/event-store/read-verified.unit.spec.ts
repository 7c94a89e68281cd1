import { contributionAdmitted } from '@fil/facts/events/contribution.events';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { event } from '@fil/facts/kit/event-definition';
import { rootOf } from '../transparency/compact-range';
import { EMPTY_ROOT } from '../transparency/hashing';
import { leafHash } from '../transparency/leaf-hash';
import { sealEvents } from '../vault/sealer';
import type { StoredEntry } from './event-store.port';
import { uuidV7 } from './ids';
import { MemoryEventStore } from './memory/memory-event-store';
import { readVerified, SizeNotReached, treeHead } from './read-verified';
import type { RecordedEvent } from './recorded-event';

const streams = Array.from({ length: 5 }, () => `contribution-${uuidV7()}`);

async function filled(store: MemoryEventStore): Promise<MemoryEventStore> {
  for (const stream of streams) {
    const entries = sealEvents(
      [event(contributionAdmitted, { data: {}, words: {} })],
      {
        log: 'demo.invalid/test',
        stream,
        firstRev: 1,
        ids: [uuidV7()],
        at: '2026-03-02T09:30:00Z',
        actor: { role: 'agent', body: null },
        account: null,
        cause: null,
        subject: null,
        concealed: null,
      },
      EVENT_SCHEMA,
    );
    await store.append({ stream, expected: 0, entries });
  }
  return store;
}

describe('reading the log with its root', () => {
  it('gives every event once, in order, and the root over their bytes', async () => {
    const store = await filled(new MemoryEventStore());
    const seen: RecordedEvent[] = [];
    const head = await readVerified(store, 5, (one) => seen.push(one));
    const stored = await store.readAll(0, 10);
    expect(seen.map(({ stream }) => stream)).toEqual(streams);
    expect(head).toMatchObject({
      size: 5,
      root: rootOf(stored.map(({ bytes }) => leafHash(bytes))).toString('hex'),
      at: '2026-03-02T09:30:00Z',
    });
  });

  it('tells the roots it passes, so that what was stated earlier can be compared', async () => {
    const store = await filled(new MemoryEventStore());
    const { roots } = await readVerified(store, 5, undefined, [0, 3]);
    expect([...roots]).toEqual([
      [0, EMPTY_ROOT.toString('hex')],
      [3, (await treeHead(store, 3)).root],
    ]);
  });

  it('says so when the log is shorter', async () => {
    const store = await filled(new MemoryEventStore());
    await expect(treeHead(store, 6)).rejects.toBeInstanceOf(SizeNotReached);
  });

  it('believes the bytes, not what the store says beside them', async () => {
    class Lying extends MemoryEventStore {
      override async readAll(after: number, limit: number): Promise<readonly StoredEntry[]> {
        const entries = await super.readAll(after, limit);
        return entries.map((entry) => ({ ...entry, stream: 'contribution-elsewhere', type: 'contribution.voided/1' }));
      }
    }
    const seen: RecordedEvent[] = [];
    await readVerified(await filled(new Lying()), 5, (one) => seen.push(one));
    expect(seen.map(({ stream }) => stream)).toEqual(streams);
    expect(new Set(seen.map(({ type }) => type))).toEqual(new Set(['contribution.admitted/1']));
  });

  it('stops where an entry is missing or out of its place', async () => {
    class Gap extends MemoryEventStore {
      override async readAll(after: number, limit: number): Promise<readonly StoredEntry[]> {
        return (await super.readAll(after, limit)).filter(({ index }) => index !== 2);
      }
    }
    await expect(treeHead(await filled(new Gap()), 4)).rejects.toThrow('entry 3 where 2');
  });
});

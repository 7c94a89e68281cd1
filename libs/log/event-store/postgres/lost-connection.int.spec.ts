import { setTimeout as sleep } from 'node:timers/promises';
import { Cable } from '../../../../test/postgres/cable';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { migrate } from '../../postgres/migrate';
import { newStream, progress, sealedAppend } from '../contract/sealed-appends';
import { type Append, AppendUncertain, StoreBusy } from '../event-store.port';
import { EVENT_STORE_MIGRATIONS } from './migrations/event-store-migrations';
import { PostgresEventStore } from './postgres-event-store';

let database: TestDatabase;
let cable: Cable;
let store: PostgresEventStore;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, EVENT_STORE_MIGRATIONS);
});
beforeEach(async () => {
  cable = await Cable.to(database.url);
  store = await PostgresEventStore.open(cable.url);
});
afterEach(async () => {
  await store.close();
  await cable.close();
});
afterAll(() => database.drop());

const light = (): Append => sealedAppend({ stream: newStream('commitment'), expected: 0, events: [progress()] });

it('an answer that is lost is uncertain; the same ids again tell', async () => {
  const append = light();
  await store.append(light());
  cable.mute();
  const outcome = store.append(append).catch((error: unknown) => error);
  await sleep(200);
  cable.cut();
  expect(await outcome).toBeInstanceOf(AppendUncertain);
  cable.mend();
  expect(await store.append(append)).toMatchObject({ status: 'duplicate', stored: [{ id: append.entries[0]!.id }] });
});

it('a server that is down refuses at once, and is used again when it is back', async () => {
  await store.append(light());
  cable.cut();
  await sleep(20);
  const started = performance.now();
  const appends = [light(), light()];
  for (const append of appends) await expect(store.append(append)).rejects.toThrow(StoreBusy);
  expect(performance.now() - started).toBeLessThan(2_000);
  cable.mend();
  for (const append of appends) expect(await store.append(append)).toMatchObject({ status: 'ok' });
});

it('a subscription goes on after the connection was lost, and misses nothing', async () => {
  const before = await store.size();
  const other = await PostgresEventStore.open(database.url);
  const stop = new AbortController();
  const following = (async () => {
    const seen: number[] = [];
    for await (const { entries } of store.subscribe(before, stop.signal)) {
      seen.push(...entries.map(({ index }) => index));
      if (seen.length >= 3) stop.abort();
    }
    return seen;
  })();
  await other.append(light());
  await sleep(100);
  cable.cut();
  await other.append(light());
  await sleep(100);
  cable.mend();
  await sleep(100);
  await other.append(light());
  expect(await following).toEqual([before, before + 1, before + 2]);
  await other.close();
});

it('two processes that batch at once keep one dense order', async () => {
  const other = await PostgresEventStore.open(database.url);
  const before = await store.size();
  const contested = newStream('commitment');
  const results = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      (n % 2 === 0 ? store : other).append(
        n % 10 === 0 ? sealedAppend({ stream: contested, expected: 0, events: [progress()] }) : light(),
      ),
    ),
  );
  expect(results.filter(({ status }) => status === 'conflict')).toHaveLength(19);
  const all = await store.readAll(before, 1_000);
  expect(all.map(({ index }) => index)).toEqual(Array.from({ length: 181 }, (_, n) => before + n));
  await other.close();
});

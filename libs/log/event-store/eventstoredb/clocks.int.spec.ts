import { Pool } from 'pg';
import { EventStoreDbTestServer } from '../../../../test/eventstoredb-server/eventstoredb-test-server';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { migrate } from '../../postgres/migrate';
import { newStream, progress, sealedAppend } from '../contract/sealed-appends';
import { type Append, StoreBusy } from '../event-store.port';
import { EVENT_STORE_MIGRATIONS } from '../postgres/migrations/event-store-migrations';
import { EventStoreDbEventStore } from './eventstoredb-event-store';
import { EVENTSTOREDB_MIGRATIONS } from './migrations/eventstoredb-migrations';

const FIVE_MINUTES = 300_000;

let database: TestDatabase;
let server: EventStoreDbTestServer;
let store: EventStoreDbEventStore;
let owner: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, [...EVENT_STORE_MIGRATIONS, ...EVENTSTOREDB_MIGRATIONS]);
  server = await EventStoreDbTestServer.start();
  store = await EventStoreDbEventStore.open(database.url, server.url);
  owner = new Pool({ connectionString: database.url, max: 1 });
});
afterAll(async () => {
  await Promise.all([store.close(), owner.end()]);
  server.stop();
  await database.drop();
});

const light = (at?: string): Append =>
  sealedAppend({ stream: newStream('commitment'), expected: 0, events: [progress()], at });

it.each([
  [FIVE_MINUTES, 'ahead of'],
  [-FIVE_MINUTES, 'behind'],
  // Two of them, one each way, would be further apart than the half minute that is refused below.
  [19_000, 'ahead of'],
  [-19_000, 'behind'],
])('a writer whose clock is off by %d ms records nothing, and the others go on', async (off, words) => {
  const late = await EventStoreDbEventStore.open(database.url, server.url, { clock: () => Date.now() + off });
  const append = light();
  await expect(late.append(append)).rejects.toThrow(words);
  await expect(late.append(append)).rejects.toThrow(StoreBusy);
  expect(server.log.stream(append.stream)).toEqual([]);
  expect((await owner.query('SELECT FROM vault.attempt')).rowCount).toBe(0);
  expect(await store.append(append)).toMatchObject({ status: 'ok' });
  await late.close();
});

it('a server whose clock is somewhat ahead does not find every append late', async () => {
  server.faults.clockAhead = 30_000;
  expect(await store.append(light())).toMatchObject({ status: 'ok' });
  server.faults.clockAhead = 0;
});

it('an entry dated long before the last one is refused; one that is recorded stays a repetition', async () => {
  const recorded = light('2026-03-02T09:31:00Z');
  await store.append(recorded);
  await expect(store.append(light('2026-03-02T09:30:29Z'))).rejects.toThrow('dated long before');
  expect(await store.append(light('2026-03-02T09:30:31Z'))).toMatchObject({ status: 'ok' });
  const last = light('2026-03-02T09:33:00Z');
  await store.append(last);
  expect(await store.append(recorded)).toMatchObject({ status: 'duplicate' });
});

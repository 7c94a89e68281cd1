import { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { openApplicationPool } from '../../postgres/application-pool';
import { migrate } from '../../postgres/migrate';
import { newStream, progress, sealedAppend } from '../contract/sealed-appends';
import { StoreBusy } from '../event-store.port';
import { EVENT_STORE_MIGRATIONS } from './migrations/event-store-migrations';
import { PostgresEventStore } from './postgres-event-store';

let database: TestDatabase;
let store: PostgresEventStore;
let owner: Pool;
let application: Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  // Two starts at the same moment.
  await Promise.all([migrate(database.url, EVENT_STORE_MIGRATIONS), migrate(database.url, EVENT_STORE_MIGRATIONS)]);
  store = await PostgresEventStore.open(database.url);
  owner = new Pool({ connectionString: database.url, max: 1 });
  application = await openApplicationPool(database.url, { max: 1 });
  await store.append(sealedAppend({ stream: newStream('commitment'), expected: 0, events: [progress(), progress()] }));
});
afterAll(async () => {
  await Promise.all([store.close(), owner.end(), application.end()]);
  await database.drop();
});

it.each([`UPDATE log.event SET type = 'x'`, 'DELETE FROM log.event', 'TRUNCATE log.event', 'DELETE FROM log.head'])(
  'even the owner is refused: %s',
  async (statement) => {
    await expect(owner.query(statement)).rejects.toThrow('the log is never changed');
  },
);

it.each([
  `INSERT INTO log.event (idx, id, stream, rev, type, at, entry) VALUES (9, gen_random_uuid(), 's', 1, 't', now(), 'x')`,
  `UPDATE log.event SET type = 'x'`,
  'DELETE FROM log.event',
  'TRUNCATE log.event',
  'UPDATE log.head SET size = 0',
  'ALTER TABLE log.event DISABLE TRIGGER ALL',
  'DELETE FROM vault.openings',
  'UPDATE vault.openings SET sheet = sheet',
  `INSERT INTO keys.subject_key VALUES ('person', NULL, 'erased')`,
  'DELETE FROM keys.subject_key',
  'UPDATE log.register SET demonstration = true',
])('a running process may not: %s', async (statement) => {
  await expect(application.query(statement)).rejects.toThrow(/permission denied|must be owner/);
});

it('another leaf hash than this process computes stops the store', async () => {
  const going = sealedAppend({ stream: newStream('commitment'), expected: 0, events: [progress()] });
  await owner.query(`ALTER TABLE log.event ALTER leaf DROP EXPRESSION`);
  await owner.query(`ALTER TABLE log.event ALTER leaf SET DEFAULT sha256('')`);
  await expect(store.append(going)).rejects.toMatchObject({
    cause: { message: expect.stringContaining('leaf hash') as string },
  });
  const next = sealedAppend({ stream: newStream('commitment'), expected: 0, events: [progress()] });
  await expect(store.append(next)).rejects.toThrow(StoreBusy);
  expect(await store.size()).toBe(3);
});

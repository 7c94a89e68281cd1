import { Pool } from 'pg';
import { EventStoreDbTestServer } from '../../../../test/eventstoredb-server/eventstoredb-test-server';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { migrate } from '../../postgres/migrate';
import { eventStoreContract } from '../contract/event-store.contract';
import { EVENT_STORE_MIGRATIONS } from '../postgres/migrations/event-store-migrations';
import { AllEvents } from './all-events';
import { EventStoreDbEventStore } from './eventstoredb-event-store';
import { EventStoreDbVaultStore } from './eventstoredb-vault-store';
import { BEFORE_ALL } from './integration-call';
import { EVENTSTOREDB_MIGRATIONS } from './migrations/eventstoredb-migrations';

/** A real server, when its address is given. Nobody else may write to it meanwhile: a foreign event stops the log. */
const REAL = process.env.EVENTSTORE_URL;

let database: TestDatabase;
let server: EventStoreDbTestServer | null = null;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, [...EVENT_STORE_MIGRATIONS, ...EVENTSTOREDB_MIGRATIONS]);
  if (REAL) return beginAtItsEnd(REAL);
  server = await EventStoreDbTestServer.start();
  for (let n = 0; n < 40; n++) server.log.system();
});
afterAll(async () => {
  server?.stop();
  await database.drop();
});

/** What earlier runs left there is not in this database. */
async function beginAtItsEnd(url: string): Promise<void> {
  const all = new AllEvents(url, BEFORE_ALL);
  const { commit, prepare } = await all.end();
  await all.close();
  const owner = new Pool({ connectionString: database.url, max: 1 });
  await owner.query('UPDATE log.integration SET commit_position = $1, prepare_position = $2', [commit, prepare]);
  await owner.end();
}

eventStoreContract(REAL ? 'EventStoreDB' : 'EventStoreDB (test server)', async ({ longestQueue } = {}) => {
  const alarm = jest.fn((message: string) => console.error(message));
  const store = await EventStoreDbEventStore.open(database.url, REAL ?? server!.url, {
    onAlarm: alarm,
    ...(longestQueue ? { queue: { appends: longestQueue } } : {}),
  });
  const vault = await EventStoreDbVaultStore.open(database.url);
  const pool = new Pool({ connectionString: database.url, max: 1 });
  pool.on('error', () => undefined);
  return {
    store,
    vault,
    leaf: async (index) =>
      (await pool.query<{ leaf: Buffer }>('SELECT leaf FROM log.event WHERE idx = $1', [index])).rows[0]!.leaf,
    close: async () => {
      await Promise.all([store.close(), vault.close(), pool.end()]);
      expect(alarm).not.toHaveBeenCalled();
    },
  };
});

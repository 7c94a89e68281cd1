import { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { migrate } from '../../postgres/migrate';
import { eventStoreContract } from '../contract/event-store.contract';
import { EVENT_STORE_MIGRATIONS } from './migrations/event-store-migrations';
import { PostgresEventStore } from './postgres-event-store';
import { PostgresVaultStore } from './postgres-vault-store';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, EVENT_STORE_MIGRATIONS);
});
afterAll(() => database.drop());

eventStoreContract('PostgreSQL', async ({ longestQueue } = {}) => {
  const store = await PostgresEventStore.open(database.url, longestQueue ? { queue: { appends: longestQueue } } : {});
  const vault = await PostgresVaultStore.open(database.url);
  const pool = new Pool({ connectionString: database.url, max: 1 });
  pool.on('error', () => undefined);
  return {
    store,
    vault,
    leaf: async (index) =>
      (await pool.query<{ leaf: Buffer }>('SELECT leaf FROM log.event WHERE idx = $1', [index])).rows[0]!.leaf,
    close: async () => void (await Promise.all([store.close(), vault.close(), pool.end()])),
  };
});

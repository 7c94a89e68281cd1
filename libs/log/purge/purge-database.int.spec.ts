import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/postgres/test-database';
import { EVENT_STORE_MIGRATIONS } from '../event-store/postgres/migrations/event-store-migrations';
import { migrate } from '../postgres/migrate';
import { PROJECTION_MIGRATIONS } from '../projections/migrations/projections-migrations';
import { PURGE_MIGRATIONS } from './migrations/purge-migrations';
import { purgeDatabase, type PurgedDatabase } from './purge-database';
import { purgedUpTo } from './purged-up-to';

let database: TestDatabase;
let other: Client;
beforeEach(async () => {
  database = await createTestDatabase();
  await migrate(database.url, [...EVENT_STORE_MIGRATIONS, ...PROJECTION_MIGRATIONS, ...PURGE_MIGRATIONS]);
  other = new Client({ connectionString: database.url });
  await other.connect();
  await other.query(`CREATE TABLE views.words AS SELECT n, 'coquecigrue ' || n AS said FROM generate_series(1, 20000) AS n;
    ALTER TABLE views.words ADD PRIMARY KEY (n); UPDATE views.words SET said = 'autre'`);
});
afterEach(async () => {
  await other.end();
  await database.drop();
});

const purge = (limit: number | null = 300): Promise<PurgedDatabase> =>
  purgeDatabase({ url: database.url, size: 7, ourServer: false, patience: { limit } });
const bytes = async (): Promise<number> =>
  Number((await other.query<{ n: string }>(`SELECT pg_total_relation_size('views.words') AS n`)).rows[0]!.n);

it('goes on where a table in use stopped it, and says up to where it is done', async () => {
  const before = await bytes();
  await other.query('BEGIN; LOCK TABLE views.words IN ACCESS SHARE MODE');
  await expect(purge()).rejects.toMatchObject({ rule: 'purge.tableInUse' });
  await other.query('ROLLBACK');
  expect(await purgedUpTo(other as never)).toBe(0);

  const purged = await purge();
  expect(purged).toMatchObject({ statistics: true, wal: null });
  // The largest comes last.
  expect(purged.doneBefore).toBe(purged.tables - 1);
  expect(await purgedUpTo(other as never)).toBe(7);
  expect(await bytes()).toBeLessThan(0.7 * before);
  // Asked for again, it is done again.
  expect(await purge()).toMatchObject({ doneBefore: 0 });
});

it('waits for who can still see what was deleted', async () => {
  await other.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1');
  await expect(purge()).rejects.toMatchObject({ rule: 'purge.olderTransactions' });
  const waiting = purge(null);
  await other.query('COMMIT');
  expect((await waiting).tables).toBeGreaterThan(5);
});

it('does not take the words out from under a read model that still has them', async () => {
  await other.query(`INSERT INTO views.projection (name, version, size, tables) VALUES ('thread', 2, 6, '{}')`);
  await expect(purge()).rejects.toMatchObject({
    rule: 'purge.viewsBehind',
    explanation: { en: expect.stringContaining('thread (version 2)') },
  });
  await other.query('UPDATE views.projection SET size = 7');
  expect((await purge()).doneBefore).toBe(0);
});

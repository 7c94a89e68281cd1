import type { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { openApplicationPool } from '../../postgres/application-pool';
import { migrate } from '../../postgres/migrate';
import { PROJECTION_MIGRATIONS } from '../../projections/migrations/projections-migrations';
import { PostgresFollowerPositions } from '../../projections/postgres-follower-positions';
import { JobRefused } from '../check-job';
import { JOB_MIGRATIONS } from '../migrations/job-migrations';
import { recordWithPosition } from '../record-with-position';
import { FailedJobs } from './failed-jobs';
import { JobTableQueue } from './job-table-queue';

const queue = new JobTableQueue();
let database: TestDatabase;
let pool: Pool;
beforeEach(async () => {
  database = await createTestDatabase();
  await migrate(database.url, [...PROJECTION_MIGRATIONS, ...JOB_MIGRATIONS]);
  pool = await openApplicationPool(database.url, { max: 4 });
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

const keys = async (): Promise<string[]> =>
  (await pool.query<{ key: string }>('SELECT key FROM processes.job ORDER BY id')).rows.map(({ key }) => key);
const job = (key: string) => ({ name: 'remind', key });
const position = (): Promise<number> => new PostgresFollowerPositions(pool).read('deadlines');

it('keeps jobs and position together', async () => {
  await recordWithPosition(pool, queue, { process: 'deadlines', size: 12, jobs: [job('a'), job('b')] });
  expect([await keys(), await position()]).toEqual([['a', 'b'], 12]);
  const refused = { name: 'remind', key: 'c', data: { text: 'une phrase entière' } };
  await expect(
    recordWithPosition(pool, queue, { process: 'deadlines', size: 20, jobs: [job('d'), refused] }),
  ).rejects.toThrow(JobRefused);
  // A size the table refuses, after the jobs were written.
  await expect(recordWithPosition(pool, queue, { process: 'new', size: -1, jobs: [job('e')] })).rejects.toThrow();
  expect([await keys(), await position()]).toEqual([['a', 'b'], 12]);
});

it('changes nothing when the same part of the log is read again, by two at once', async () => {
  const again = (): Promise<void> =>
    recordWithPosition(pool, queue, { process: 'deadlines', size: 12, jobs: [job('a'), job('b')] });
  await Promise.all([again(), again(), again()]);
  expect([await keys(), await position()]).toEqual([['a', 'b'], 12]);
});

it('counts what is due, later and failed', async () => {
  await queue.add(pool, [job('a'), job('b'), { ...job('c'), runAt: new Date(Date.now() + 60_000) }]);
  await pool.query(`UPDATE processes.job SET failed_at = now() WHERE key = 'b'`);
  expect(await new FailedJobs(pool).counts()).toEqual({
    due: 1,
    later: 1,
    running: 0,
    failed: 1,
    dueSince: expect.any(Date),
  });
});

it('a running process can add and change jobs, and delete none', async () => {
  await queue.add(pool, [job('a')]);
  await expect(pool.query('DELETE FROM processes.job')).rejects.toThrow('permission denied');
});

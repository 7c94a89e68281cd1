import type { Pool } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../../test/postgres/test-database';
import { openApplicationPool } from '../../postgres/application-pool';
import { migrate } from '../../postgres/migrate';
import { PROJECTION_MIGRATIONS } from '../../projections/migrations/projections-migrations';
import { PostgresFollowerPositions } from '../../projections/postgres-follower-positions';
import { JobRefused } from '../check-job';
import type { NewJob } from '../job';
import { JOB_MIGRATIONS } from '../migrations/job-migrations';
import { recordWithPosition } from '../record-with-position';
import { FailedJobs } from './failed-jobs';
import { ITS_TURN } from './job-claims';
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
  const record = (from: number, size: number, ...jobs: NewJob[]): Promise<boolean> =>
    recordWithPosition(pool, queue, { process: 'deadlines', from, size, jobs });
  expect(await record(0, 12, job('a'), job('b'))).toBe(true);
  expect([await keys(), await position()]).toEqual([['a', 'b'], 12]);
  const refused = { name: 'remind', key: 'c', data: { text: 'une phrase entière' } };
  await expect(record(12, 20, job('d'), refused)).rejects.toThrow(JobRefused);
  // A job the table refuses, after the position was moved.
  await expect(record(12, 20, { ...job('e'), maxAttempts: 2 ** 40 })).rejects.toThrow('out of range');
  expect([await keys(), await position()]).toEqual([['a', 'b'], 12]);
});

it('lets one of several write what they read at once, from the first event on or later', async () => {
  for (const [from, size, key] of [
    [0, 12, 'a'],
    [12, 13, 'b'],
  ] as const) {
    const written = await Promise.all(
      Array.from({ length: 4 }, () =>
        recordWithPosition(pool, queue, { process: 'deadlines', from, size, jobs: [job(key)] }),
      ),
    );
    expect(written.filter((one) => one)).toHaveLength(1);
  }
  expect([await keys(), await position()]).toEqual([['a', 'b'], 13]);
});

it('writes nothing twice when a position was lost, and adds what was missing', async () => {
  await recordWithPosition(pool, queue, { process: 'deadlines', from: 0, size: 12, jobs: [job('a'), job('b')] });
  await pool.query('DELETE FROM processes.follower_position');
  const again = { process: 'deadlines', from: 0, size: 13, jobs: [job('a'), job('b'), job('c')] };
  expect(await recordWithPosition(pool, queue, again)).toBe(true);
  expect([await keys(), await position()]).toEqual([['a', 'b', 'c'], 13]);
  // Who had read further must not go on where nobody has kept that the rest was read.
  await pool.query('DELETE FROM processes.follower_position');
  expect(await recordWithPosition(pool, queue, { ...again, from: 13, size: 14 })).toBe(false);
});

it('counts what is due, later, held back and failed', async () => {
  const lane = 'one';
  await queue.add(pool, [
    job('a'),
    job('b'),
    { ...job('c'), runAt: new Date(Date.now() + 60_000) },
    { ...job('d'), lane },
    { ...job('e'), lane },
    { ...job('f'), lane },
  ]);
  await pool.query(`UPDATE processes.job SET failed_at = now() WHERE key = 'b'`);
  const counts = { due: 2, later: 1, held: 2, running: 0, failed: 1, dueSince: expect.any(Date) };
  expect(await new FailedJobs(pool).counts()).toEqual(counts);
  await pool.query(`UPDATE processes.job SET failed_at = now() WHERE key = 'd'`);
  expect(await new FailedJobs(pool).counts()).toEqual({ ...counts, due: 1, failed: 2 });
});

it('finds what stands before a job in its lane without reading what is done', async () => {
  await pool.query(`
    INSERT INTO processes.job (name, key, lane, max_attempts, done_at)
      SELECT 'remind', 'done/' || n, 'one', 1, now() FROM generate_series(1, 3000) n`);
  await queue.add(pool, [{ ...job('next'), lane: 'one' }]);
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN SELECT id FROM processes.job WHERE key = 'next' AND ${ITS_TURN}`,
  );
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('job_lane');
});

it('a running process can add and change jobs, and delete none', async () => {
  await queue.add(pool, [job('a')]);
  await expect(pool.query('DELETE FROM processes.job')).rejects.toThrow('permission denied');
});

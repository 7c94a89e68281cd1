import type { ClientBase } from 'pg';
import { checkJob } from '../check-job';
import { DEFAULT_MAX_ATTEMPTS, type NewJob } from '../job';
import { JobQueue } from '../job-queue.port';

/** NOTIFY channel on which runners are told that the table changed. */
export const JOB_CHANNEL = 'fil_job';

/** The to-do table. Whoever executes, Bull or the local runner, reads it from here: nothing is written to a queue directly. */
export class JobTableQueue extends JobQueue {
  async add(client: Pick<ClientBase, 'query'>, jobs: readonly NewJob[]): Promise<number> {
    jobs.forEach(checkJob);
    if (jobs.length === 0) return 0;
    // By key: two transactions that write the same keys in different orders would wait for each other for ever. Those of
    // a lane as they were given: ids are theirs in this order, and in this order they run.
    const { rowCount } = await client.query(
      `INSERT INTO processes.job (name, key, lane, data, run_at, max_attempts)
       SELECT name, key, lane, data, coalesce(run_at, clock_timestamp()), max_attempts
       FROM unnest($1::text[], $2::text[], $3::text[], $4::jsonb[], $5::timestamptz[], $6::int[]) WITH ORDINALITY
         AS job (name, key, lane, data, run_at, max_attempts, place)
       ORDER BY CASE WHEN lane IS NULL THEN key END, place
       ON CONFLICT (key) DO NOTHING`,
      [
        jobs.map(({ name }) => name),
        jobs.map(({ key }) => key),
        jobs.map(({ lane }) => lane ?? null),
        jobs.map(({ data }) => JSON.stringify(data ?? {})),
        jobs.map(({ runAt }) => runAt?.toISOString() ?? null),
        jobs.map(({ maxAttempts }) => maxAttempts ?? DEFAULT_MAX_ATTEMPTS),
      ],
    );
    // Told at the commit, and one per transaction however many were written.
    if (rowCount) await client.query(`SELECT pg_notify('${JOB_CHANNEL}', '')`);
    return rowCount ?? 0;
  }
}

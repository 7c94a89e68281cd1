import type { Pool } from 'pg';
import { ITS_TURN } from './job-claims';
import { JOB_CHANNEL } from './job-table-queue';

/** A job that was given up, for people to look at. */
export interface FailedJob {
  readonly key: string;
  readonly name: string;
  readonly attempts: number;
  readonly failedAt: Date;
  readonly lastError: string | null;
  /** How many jobs of its lane wait until people have seen to it. */
  readonly holdsBack: number;
}

/** Jobs at this moment: what the queue has in front of it. */
export interface JobCounts {
  /** Due, and nobody has them. */
  readonly due: number;
  /** To be done later: at their time, or after the pause that follows a failure. */
  readonly later: number;
  /** Held back by an earlier one of their lane that runs, pauses, or has failed. */
  readonly held: number;
  readonly running: number;
  readonly failed: number;
  /** Since when the oldest due job has been waiting; null when none is. */
  readonly dueSince: Date | null;
}

/** Looking at the to-do table, and giving what failed another chance. */
export class FailedJobs {
  constructor(private readonly pool: Pool) {}

  /** The latest first. */
  async list(limit = 1_000): Promise<FailedJob[]> {
    const { rows } = await this.pool.query<FailedJob>(
      `SELECT key, name, attempts, failed_at AS "failedAt", last_error AS "lastError",
              (SELECT count(*)::int FROM processes.job AS later
               WHERE later.lane = job.lane AND later.id > job.id AND later.done_at IS NULL) AS "holdsBack"
       FROM processes.job WHERE failed_at IS NOT NULL ORDER BY failed_at DESC, id DESC LIMIT $1`,
      [limit],
    );
    return rows;
  }

  /**
   * Due again at once, with all its attempts.
   *
   * @param keys of failed jobs; null: every one
   * @returns the keys that were given another chance; a job that has not failed is left as it is
   */
  async retry(keys: readonly string[] | null): Promise<string[]> {
    const { rows } = await this.pool.query<{ key: string }>(
      `WITH again AS (
         UPDATE processes.job SET failed_at = NULL, attempts = 0, run_at = clock_timestamp(), handed_until = NULL
         WHERE failed_at IS NOT NULL AND ($1::text[] IS NULL OR key = ANY ($1)) RETURNING key),
       told AS MATERIALIZED (SELECT pg_notify('${JOB_CHANNEL}', ''))
       SELECT key FROM again, told`,
      [keys],
    );
    return rows.map(({ key }) => key);
  }

  async counts(): Promise<JobCounts> {
    const { rows } = await this.pool.query<JobCounts>(
      `SELECT count(*) FILTER (WHERE locked_until IS NULL AND run_at <= now AND its_turn)::int AS due,
              count(*) FILTER (WHERE locked_until IS NULL AND run_at > now AND its_turn)::int AS later,
              count(*) FILTER (WHERE NOT its_turn)::int AS held,
              count(*) FILTER (WHERE locked_until IS NOT NULL)::int AS running,
              (SELECT count(*) FROM processes.job WHERE failed_at IS NOT NULL)::int AS failed,
              min(run_at) FILTER (WHERE locked_until IS NULL AND run_at <= now AND its_turn) AS "dueSince"
       FROM processes.job, clock_timestamp() AS now, LATERAL (SELECT ${ITS_TURN} AS its_turn) AS turn
       WHERE done_at IS NULL AND failed_at IS NULL`,
    );
    return rows[0]!;
  }
}

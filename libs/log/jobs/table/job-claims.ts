import type { Pool } from 'pg';
import type { JobData } from '../job';
import { JOB_CHANNEL } from './job-table-queue';

/** A job in the hands of this process, until its lease ends. */
export interface ClaimedJob {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly data: JobData;
  readonly attempts: number;
  /** Which claim of this job it is: whoever holds an older one has lost the job. */
  readonly claim: string;
}

/** A job whose holder no longer answers. */
export interface FreedJob extends Pick<ClaimedJob, 'name' | 'key' | 'attempts'> {
  readonly givenUp: boolean;
}

/** What is kept as its failure. */
export const NOT_BACK = 'the process that ran it did not come back';

/** Everything before it in its lane is done. Once true it stays true: an earlier one is never written later. */
export const ITS_TURN = `(lane IS NULL OR NOT EXISTS (
  SELECT FROM processes.job AS earlier
  WHERE earlier.lane = job.lane AND earlier.id < job.id AND earlier.done_at IS NULL))`;

const OPEN = 'done_at IS NULL AND failed_at IS NULL';
const WAITING = `${OPEN} AND locked_until IS NULL`;
const TAKE = `attempts = attempts + 1, claim = job.claim + 1, handed_until = NULL,
  locked_until = clock_timestamp() + $2 * interval '1 ms'`;
const TAKEN = 'job.id, job.name, job.key, job.data, job.attempts, job.claim';
const NOTIFY = `SELECT pg_notify('${JOB_CHANNEL}', '')`;

/**
 * Who does what in the to-do table. Instants are those of the database, so that the clocks of several machines need not
 * agree; times are in milliseconds.
 */
export class JobClaims {
  constructor(
    private readonly pool: Pool,
    private readonly names: readonly string[],
    private readonly lease: number,
  ) {}

  /** Takes up to `limit` jobs that are due, the longest due first. What another one is about to take is left to it. */
  async take(limit: number): Promise<ClaimedJob[]> {
    const { rows } = await this.pool.query<ClaimedJob>(
      // MATERIALIZED: inlined, the planner may run the inner query again and lock more rows than the limit.
      `WITH due AS MATERIALIZED (
         SELECT id FROM processes.job
         WHERE ${WAITING} AND run_at <= clock_timestamp() AND name = ANY ($1) AND ${ITS_TURN}
         ORDER BY run_at, id LIMIT $3 FOR UPDATE SKIP LOCKED)
       UPDATE processes.job SET ${TAKE} FROM due WHERE job.id = due.id RETURNING ${TAKEN}`,
      [this.names, this.lease, limit],
    );
    return rows;
  }

  /** Takes one job, if it is due and its turn, nobody has it, and it is neither done nor given up. */
  async takeOne(key: string): Promise<ClaimedJob | null> {
    const { rows } = await this.pool.query<ClaimedJob>(
      `UPDATE processes.job SET ${TAKE}
       WHERE key = $3 AND ${WAITING} AND run_at <= clock_timestamp() AND name = ANY ($1) AND ${ITS_TURN}
       RETURNING ${TAKEN}`,
      [this.names, this.lease, key],
    );
    return rows[0] ?? null;
  }

  /** @returns false when the job was lost to somebody else */
  async renew({ id, claim }: ClaimedJob): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `UPDATE processes.job SET locked_until = clock_timestamp() + $3 * interval '1 ms'
       WHERE id = $1 AND claim = $2 AND locked_until IS NOT NULL AND ${OPEN}`,
      [id, claim, this.lease],
    );
    return rowCount === 1;
  }

  /**
   * Also when the lease had ended, as long as nobody took the job since: it is done, and the next one of its lane is due.
   *
   * @returns false when somebody did
   */
  async done({ id, claim }: ClaimedJob): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `WITH done AS (
         UPDATE processes.job
         SET done_at = clock_timestamp(), failed_at = NULL, locked_until = NULL, last_error = NULL
         WHERE id = $1 AND claim = $2 AND done_at IS NULL RETURNING lane)
       SELECT CASE WHEN lane IS NOT NULL THEN pg_notify('${JOB_CHANNEL}', '') END FROM done`,
      [id, claim],
    );
    return rowCount === 1;
  }

  /**
   * To be tried again after `delay`, or given up when that was the last attempt.
   *
   * @returns whether it was given up; null when it was lost to somebody else
   */
  async failed({ id, claim }: ClaimedJob, error: string, delay: number): Promise<boolean | null> {
    const { rows } = await this.pool.query<{ given_up: boolean }>(
      `WITH failed AS (
         UPDATE processes.job
         SET last_error = $3, locked_until = NULL, run_at = clock_timestamp() + $4 * interval '1 ms',
             failed_at = CASE WHEN attempts >= max_attempts THEN clock_timestamp() END
         WHERE id = $1 AND claim = $2 AND ${OPEN} RETURNING failed_at IS NOT NULL AS given_up),
       told AS MATERIALIZED (${NOTIFY} FROM failed)
       SELECT given_up FROM failed, told`,
      [id, claim, error, delay],
    );
    return rows[0]?.given_up ?? null;
  }

  /** As if it had not been tried: this process has to go, the job is not at fault. */
  async giveBack({ id, claim }: ClaimedJob): Promise<void> {
    await this.pool.query(
      `WITH given AS (
         UPDATE processes.job SET attempts = attempts - 1, locked_until = NULL
         WHERE id = $1 AND claim = $2 AND locked_until IS NOT NULL AND ${OPEN} RETURNING id)
       ${NOTIFY} FROM given`,
      [id, claim],
    );
  }

  /**
   * Frees what somebody held who no longer answers; a job that took its holder down at every attempt is given up.
   *
   * @returns those that were freed
   */
  async freeExpired(): Promise<FreedJob[]> {
    const { rows } = await this.pool.query<FreedJob>(
      `UPDATE processes.job
       SET locked_until = NULL, last_error = $1,
           failed_at = CASE WHEN attempts >= max_attempts THEN clock_timestamp() END
       WHERE id IN (SELECT id FROM processes.job WHERE ${OPEN} AND locked_until < clock_timestamp()
                    FOR UPDATE SKIP LOCKED)
       RETURNING name, key, attempts, failed_at IS NOT NULL AS "givenUp"`,
      [NOT_BACK],
    );
    return rows;
  }

  /** Milliseconds until there may be something to do, at most `longest`. */
  async untilNext(longest: number): Promise<number> {
    const { rows } = await this.pool.query<{ wait: number | null }>(
      `SELECT (extract(epoch FROM min(at) - clock_timestamp()) * 1000)::float8 AS wait FROM (
         SELECT greatest(run_at, handed_until) AS at FROM processes.job
         WHERE ${WAITING} AND name = ANY ($1) AND run_at <= clock_timestamp() + $2 * interval '1 ms'
           AND ${ITS_TURN}
         UNION ALL
         SELECT locked_until FROM processes.job WHERE ${OPEN} AND locked_until IS NOT NULL) AS next`,
      [this.names, longest],
    );
    // Rounded up, and never 0: a millisecond early would find nothing and ask again at once.
    return Math.min(longest, Math.max(5, Math.ceil(rows[0]?.wait ?? longest)));
  }
}

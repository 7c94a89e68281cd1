import type { Queue } from 'bull';
import type { Pool } from 'pg';
import { ITS_TURN } from '../table/job-claims';

/** All that Redis holds of a job: where to find it. */
export interface HandedJob {
  readonly key: string;
}

interface DueRow {
  readonly id: string;
  readonly key: string;
  readonly claim: string;
}

export interface RelaySettings {
  /** Most rows handed over at once. */
  readonly batch: number;
  /** After this a row that nobody claimed is handed over again: Redis may have lost it. */
  readonly handAgainAfter: number;
  /** `add` hangs for as long as Redis is away: it is waited for no longer than this. */
  readonly addTimeout: number;
}

/**
 * Hands due rows to Bull, of each lane the first. A row that is there already is not added twice (its Bull id is derived
 * from key and claim); one that Redis lost is handed over again.
 */
export class JobRelay {
  /** An `add` that has not been answered: nothing more is sent, or an outage would fill the memory with waiting commands. */
  private unanswered: Promise<unknown> | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly names: readonly string[],
    private readonly queue: Queue<HandedJob>,
    private readonly settings: RelaySettings,
  ) {}

  /**
   * @returns whether there may be more to hand over
   * @throws when Redis does not answer in time; the rows stay due
   */
  async handOver(): Promise<boolean> {
    if (this.unanswered) throw new Error('Redis has not answered yet');
    const { batch, handAgainAfter } = this.settings;
    const { rows } = await this.pool.query<DueRow>(
      `SELECT id, key, claim FROM processes.job
       WHERE done_at IS NULL AND failed_at IS NULL AND locked_until IS NULL AND run_at <= clock_timestamp()
         AND (handed_until IS NULL OR handed_until < clock_timestamp()) AND name = ANY ($1) AND ${ITS_TURN}
       ORDER BY run_at, id LIMIT $2`,
      [this.names, batch],
    );
    if (rows.length === 0) return false;
    await this.inTime(this.queue.addBulk(rows.map(asBullJob)));
    // Only now: a row that Redis did not take is due again at once. The claim may have moved on meanwhile.
    await this.pool.query(
      `UPDATE processes.job SET handed_until = clock_timestamp() + $3 * interval '1 ms'
       FROM unnest($1::bigint[], $2::bigint[]) AS handed (id, claim)
       WHERE job.id = handed.id AND job.claim = handed.claim AND locked_until IS NULL`,
      [rows.map(({ id }) => id), rows.map(({ claim }) => claim), handAgainAfter],
    );
    return rows.length === batch;
  }

  private async inTime(adding: Promise<unknown>): Promise<void> {
    const answer = adding.finally(() => (this.unanswered = null));
    this.unanswered = answer;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('Redis does not answer')), this.settings.addTimeout);
    });
    // Once it is late nobody waits for the answer any more, and a refusal then is no news.
    answer.catch(() => undefined);
    await Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }
}

/** Bull keeps nothing of a job that ended: the table says how it did, and a kept id would bar the next attempt. */
const asBullJob = ({ key, claim }: DueRow) => ({
  data: { key },
  opts: { jobId: `${key}@${claim}`, removeOnComplete: true, removeOnFail: true },
});

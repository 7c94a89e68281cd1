import type { Pool } from 'pg';
import { failureText } from '../jobs/failure-text';
import { stampCheckpoint, TIME_STAMP } from './kept-time-stamps';

/** Milliseconds before an authority that did not answer is asked again. */
const PAUSE = 600_000;

/** Has the last checkpoint stamped once in 24 hours, when there is a new one. Nobody waits for it. */
export class DailyTimeStamps {
  private asking: Promise<void> | null = null;
  private notBefore = -Infinity;

  /**
   * @param authority its address
   * @param onTrouble told why there is none
   */
  constructor(
    private readonly pool: Pool,
    private readonly authority: string,
    private readonly onTrouble: (message: string) => void,
  ) {}

  /** Returns at once. To be called whenever something was published. */
  ask(): void {
    if (performance.now() < this.notBefore) return;
    this.asking ??= this.stampIfDue().finally(() => (this.asking = null));
  }

  /** Resolves when nobody is being asked. */
  async idle(): Promise<void> {
    await this.asking;
  }

  private async stampIfDue(): Promise<void> {
    try {
      if (await this.isDue()) await stampCheckpoint(this.pool, this.authority, null);
    } catch (error) {
      this.notBefore = performance.now() + PAUSE;
      this.onTrouble(`the last checkpoint has no time stamp: ${failureText(error)}`);
    }
  }

  private async isDue(): Promise<boolean> {
    const { rows } = await this.pool.query<{ due: boolean }>(
      `SELECT NOT EXISTS (SELECT 1 FROM log.timestamp_token WHERE kind = $1 AND
        (at > clock_timestamp() - interval '24 hours' OR size = (SELECT max(size) FROM log.publication))) AS due`,
      [TIME_STAMP],
    );
    return rows[0]!.due;
  }
}

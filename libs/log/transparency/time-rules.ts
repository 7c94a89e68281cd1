/** Whether the times that entries claim can be true: 04 §3.2 (back-dated, post-dated) and §3.3. */
import { secondsOf } from './entry-forms';

/** Seconds by which clocks may differ. */
export const TOLERANCE = 60;

/** A checkpoint and since when others vouch for it (`witnessedAt`). */
export interface WitnessedSize {
  readonly size: number;
  /** Seconds since 1970. */
  readonly time: number;
}

/**
 * `backDated`: it claims to be older than a checkpoint it is not in. `postDated`: it claims to be younger than a checkpoint
 * it is in. `outOfOrder`: it claims to be older than an entry before it.
 */
export type TimeFault = 'backDated' | 'postDated' | 'outOfOrder';

export interface TimeFinding {
  readonly fault: TimeFault;
  readonly index: number;
  /** What it claims, and the bound it passes: both in seconds since 1970, without the tolerance. */
  readonly claimed: number;
  readonly bound: number;
}

/** To be asked about every entry, in the order of the log. */
export class TimeRules {
  private readonly witnessed: readonly WitnessedSize[];
  /** Of `witnessed`, how many the entry is not in. */
  private passed = 0;
  private latest = -Infinity;

  /** @param witnessed in any order; a size may be there again with a later time */
  constructor(witnessed: readonly WitnessedSize[]) {
    this.witnessed = [...witnessed].sort((a, b) => a.size - b.size || a.time - b.time);
  }

  /**
   * @param index from 0, growing from call to call
   * @param at `YYYY-MM-DDThh:mm:ssZ`
   */
  check(index: number, at: string): TimeFinding[] {
    const claimed = secondsOf(at);
    const findings: TimeFinding[] = [];
    const find = (fault: TimeFault, bound: number) => findings.push({ fault, index, claimed, bound });
    while (this.passed < this.witnessed.length && this.witnessed[this.passed]!.size <= index) this.passed++;
    const before = this.witnessed[this.passed - 1];
    const after = this.witnessed[this.passed];
    if (before && claimed < before.time - TOLERANCE) find('backDated', before.time);
    if (after && claimed > after.time + TOLERANCE) find('postDated', after.time);
    if (claimed < this.latest - TOLERANCE) find('outOfOrder', this.latest);
    this.latest = Math.max(this.latest, claimed);
    return findings;
  }
}

/** Which state of the register an answer shows: every answer of a view carries one. */
export interface Shown {
  /** Number of entries the answer includes. */
  readonly size: number;
  /** `at` of the last entry included; null while the register is empty. */
  readonly at: string | null;
  /**
   * True when the answer is older than what was asked for (`seen`), or when a table it reads has halted: the page then
   * says "as of" and the answer is not cached.
   */
  readonly asOf: boolean;
  /** Set where what was known on a day was asked for. */
  readonly known?: KnownOn;
}

/**
 * The record as it was known at the end of a day in Paris: the facts as recorded then, the words as they may be shown
 * today. Redactions, restrictions and erasures since then apply and are counted; disclosures since do not.
 */
export interface KnownOn {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Entries of the log at the end of that day. */
  readonly size: number;
  readonly since: {
    readonly restrictions: number;
    readonly erased: number;
    /** Objects of this answer that were made public later. */
    readonly disclosed: number;
  };
}

/** What every query may be asked: the size it must include, when the reader has just recorded something. */
export interface Asked {
  /** Size to wait for, at most 2 s; a size above the head is ignored. */
  readonly seen?: number | null;
  /** Today in Paris, `YYYY-MM-DD`: lateness and waiting days are computed for it. */
  readonly today: string;
  /** The day, `YYYY-MM-DD`, of which the record is asked for as it was known then; `today` is that day too. */
  readonly knownOn?: string;
}

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
}

/** What every query may be asked: the size it must include, when the reader has just recorded something. */
export interface Asked {
  /** Size to wait for, at most 2 s; a size above the head is ignored. */
  readonly seen?: number | null;
  /** Today in Paris, `YYYY-MM-DD`: lateness and waiting days are computed for it. */
  readonly today: string;
}

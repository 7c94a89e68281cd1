/** The last checkpoint, as it is kept apart from the database. */
export interface LockedCheckpoint {
  /** With the signatures of the log. */
  readonly note: string;
  /** Which one it is, from 1, of all that were ever locked. */
  readonly version: number;
}

/**
 * Remembers the last checkpoint of a log where the database cannot be restored over it: on other storage. A database that
 * is older than what was signed is found out by it.
 */
export abstract class LockStore {
  /** Where it is, for operators. */
  abstract readonly place: string;
  /** Null before the first. Rejects when it cannot be told whether there is one. */
  abstract read(): Promise<LockedCheckpoint | null>;
  /**
   * Compare-and-swap: durable when it resolves.
   *
   * @param before the version that was read; null when there was none
   * @returns false when another one was locked meanwhile; this one is not kept then
   */
  abstract swap(before: number | null, note: string): Promise<boolean>;
}

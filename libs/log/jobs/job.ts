/**
 * What a job carries: ids, codes, dates and numbers. Never a person's words, name or address: the table is neither sealed
 * nor reached by an erasure, so a handler looks those up when it runs, as they may be shown that day.
 */
export type JobData = Readonly<Record<string, string | number | boolean | null>>;

/** Something to be done once. */
export interface NewJob {
  /** Which handler does it: lower-case letters, digits and hyphens. */
  readonly name: string;
  /** Deterministic and unique: derived from what it follows from, so that reading the log again adds nothing. */
  readonly key: string;
  readonly data?: JobData;
  /**
   * Jobs of one lane run one at a time, in the order in which they were written. One that pauses holds the next ones
   * back, and one that is given up does so until people have seen to it.
   */
  readonly lane?: string;
  /** Not before this instant; absent: at once. */
  readonly runAt?: Date;
  /** After so many failures it is left to people (`fil jobs`). Default 18, with the usual pauses about a day. */
  readonly maxAttempts?: number;
}

/** What a handler is given. */
export interface RunningJob {
  readonly name: string;
  /** Same on every attempt: what the handler brings about derives its ids from it. */
  readonly key: string;
  readonly data: JobData;
  /** From 1. Greater than 1: an earlier attempt may have gone any part of the way. */
  readonly attempt: number;
  /** Aborted when somebody else may have taken the job over, or when waiting for it at the stop has become too long. */
  readonly signal: AbortSignal;
}

/**
 * Does the job, or throws for it to be tried again. At most one runs at a time for one job, but a process that dies
 * between the effect and its mark runs it again: effects are recorded under ids derived from the key.
 */
export type JobHandler = (job: RunningJob) => Promise<void>;

/** An attempt that failed. */
export interface JobFailure {
  readonly name: string;
  readonly key: string;
  readonly attempt: number;
  /** It was the last attempt: now people have to see to it (`fil jobs`). */
  readonly givenUp: boolean;
  readonly error: unknown;
}

/** By name of job. A job that nobody here handles waits for a process that does. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export const DEFAULT_MAX_ATTEMPTS = 18;

import type { ClientBase } from 'pg';
import type { NewJob } from './job';

/** Where processes write what is to be done. */
export abstract class JobQueue {
  /**
   * Writes jobs within the transaction of `client`: they exist if, and only if, it commits. A key that is there already
   * keeps the job it has, done or not.
   *
   * @returns how many were new
   * @throws {JobRefused} when one carries what does not belong in the table; nothing is written then
   */
  abstract add(client: Pick<ClientBase, 'query'>, jobs: readonly NewJob[]): Promise<number>;
}

/** Does what is due, for as long as it runs. Several at once, in one process or in many, share the work. */
export abstract class JobRunner {
  /** Doing it twice is the same. */
  abstract start(): void;
  /** Takes nothing more, and resolves when what it was doing is done, or has been given up after the time allowed. */
  abstract stop(): Promise<void>;
  /** Why it cannot go on at this moment; null when it can. */
  abstract get failure(): Error | null;
}

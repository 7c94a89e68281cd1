import type { ClientConfig, Pool } from 'pg';
import type { JobFailure, JobHandlers } from './job';
import { DEFAULT_BACKOFF, type Backoff } from './retry-delay';

/** What every runner needs. Times are in milliseconds. */
export interface RunnerSettings {
  /** Where the table is. Each job that runs uses a connection only for an instant. */
  readonly pool: Pool;
  /** The same database, for LISTEN. */
  readonly connection: ClientConfig;
  readonly handlers: JobHandlers;
  /** What hinders the runner. What a handler throws is kept with its job instead. */
  readonly onError: (error: Error) => void;
  /** Told of each attempt of a job that failed; for the log, so that nobody has to look into the table to know. */
  readonly onFailure?: (failure: JobFailure) => void;
  /** How many run at once. */
  readonly concurrency?: number;
  /** How long a job stays with a process that no longer answers. Renewed three times as often. */
  readonly lease?: number;
  readonly backoff?: Backoff;
  /** How often the table is looked at when no notification comes. */
  readonly poll?: number;
  /** How long `stop` waits for running jobs before it tells them to give up. */
  readonly stopPatience?: number;
}

export const RUNNER_DEFAULTS = {
  onFailure: (): void => undefined,
  concurrency: 8,
  lease: 30_000,
  backoff: DEFAULT_BACKOFF,
  poll: 5_000,
  stopPatience: 10_000,
} as const;

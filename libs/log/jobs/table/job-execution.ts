import { setTimeout as sleep } from 'node:timers/promises';
import { isUnavailable } from '../../postgres/unavailable';
import { Wakeups } from '../../projections/wakeups';
import { failureText } from '../failure-text';
import type { JobFailure, JobHandlers } from '../job';
import { retryDelay, type Backoff } from '../retry-delay';
import { NOT_BACK, type ClaimedJob, type JobClaims } from './job-claims';

export interface ExecutionSettings {
  readonly lease: number;
  readonly backoff: Backoff;
  /** Told of what goes wrong around a job; what a handler throws is in the table. */
  readonly onError: (error: Error) => void;
  readonly onFailure: (failure: JobFailure) => void;
}

const SETTLE_PAUSE = 200;
const STOPPING = 'this process stops';

/** Runs claimed jobs with their handlers: keeps the lease while one runs, and writes how it ended. */
export class JobExecution {
  /** Wakes whoever waits for a free place. */
  readonly ends = new Wakeups();
  private readonly running = new Map<Promise<void>, AbortController>();

  constructor(
    private readonly claims: JobClaims,
    private readonly handlers: JobHandlers,
    private readonly settings: ExecutionSettings,
  ) {}

  get size(): number {
    return this.running.size;
  }

  /** Never rejects: how it ended is in the table, or, when the table cannot be reached, the lease ends by itself. */
  run(job: ClaimedJob): Promise<void> {
    const stop = new AbortController();
    const run = this.toTheEnd(job, stop)
      .catch((error: Error) => this.settings.onError(error))
      .finally(() => {
        this.running.delete(run);
        this.ends.all();
      });
    this.running.set(run, stop);
    return run;
  }

  /** Frees the jobs whose holders no longer answer. */
  async freeExpired(): Promise<void> {
    for (const { name, key, attempts: attempt, givenUp } of await this.claims.freeExpired())
      this.settings.onFailure({ name, key, attempt, givenUp, error: new Error(NOT_BACK) });
  }

  /** Waits for those running; after `patience` milliseconds they are told to give up, and waited for half as long again. */
  async drain(patience: number): Promise<void> {
    if (await this.endWithin(patience)) return;
    for (const stop of this.running.values()) stop.abort(new Error(STOPPING));
    if (await this.endWithin(patience / 2)) return;
    this.settings.onError(
      new Error(`${this.running.size} job(s) did not stop; they will be taken up by another process`),
    );
  }

  private async endWithin(time: number): Promise<boolean> {
    const late = new AbortController();
    const all = Promise.all(this.running.keys()).then(() => true);
    const ended = await Promise.race([all, sleep(time, false, { signal: late.signal }).catch(() => false)]);
    late.abort();
    return ended;
  }

  private async toTheEnd(job: ClaimedJob, stop: AbortController): Promise<void> {
    const handler = this.handlers[job.name]!;
    const { name, key, data, attempts: attempt } = job;
    const lease = this.keepLease(job, stop);
    let end: () => Promise<unknown>;
    try {
      await handler({ name, key, data, attempt, signal: stop.signal });
      end = () => this.claims.done(job);
    } catch (error) {
      const { backoff } = this.settings;
      end = () =>
        isStop(stop.signal) ? this.claims.giveBack(job) : this.failed(job, error, retryDelay(attempt, backoff));
    } finally {
      lease.end();
    }
    await this.settle(end, lease);
  }

  private async failed(job: ClaimedJob, error: unknown, delay: number): Promise<void> {
    const givenUp = await this.claims.failed(job, failureText(error), delay);
    if (givenUp === null) return;
    const { name, key, attempts: attempt } = job;
    this.settings.onFailure({ name, key, attempt, givenUp, error });
  }

  /** Tried for as long as nobody else may take the job: a database that restarts must not make done work be done again. */
  private async settle(end: () => Promise<unknown>, lease: Lease): Promise<void> {
    for (;;) {
      try {
        await end();
        return;
      } catch (error) {
        if (!isUnavailable(error) || lease.hasEnded()) throw error;
        await sleep(SETTLE_PAUSE);
      }
    }
  }

  private keepLease(job: ClaimedJob, stop: AbortController): Lease {
    const { lease, onError } = this.settings;
    let until = performance.now() + lease;
    const hasEnded = (): boolean => performance.now() >= until;
    const renew = async (): Promise<void> => {
      const asked = performance.now();
      const held = await this.claims.renew(job).catch((error: Error) => void onError(error));
      if (held) until = asked + lease;
      if (held === false || hasEnded()) stop.abort(new Error('the lease of this job has ended'));
    };
    const timer = setInterval(() => void renew(), lease / 3);
    return { hasEnded, end: () => clearInterval(timer) };
  }
}

interface Lease {
  hasEnded(): boolean;
  end(): void;
}

const isStop = (signal: AbortSignal): boolean =>
  signal.aborted && signal.reason instanceof Error && signal.reason.message === STOPPING;

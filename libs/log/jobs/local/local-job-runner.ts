import { JobRunner } from '../job-queue.port';
import { RUNNER_DEFAULTS, type RunnerSettings } from '../runner-settings';
import { DueLoop } from '../table/due-loop';
import { JobClaims } from '../table/job-claims';
import { JobExecution } from '../table/job-execution';

/** Executes the to-do table by itself, without Redis. */
export class LocalJobRunner extends JobRunner {
  private readonly settings: Required<RunnerSettings>;
  private readonly claims: JobClaims;
  private readonly execution: JobExecution;
  private readonly due: DueLoop;

  constructor(settings: RunnerSettings) {
    super();
    this.settings = { ...RUNNER_DEFAULTS, ...settings };
    const { pool, connection, handlers, lease, onError } = this.settings;
    this.claims = new JobClaims(pool, Object.keys(handlers), lease);
    this.execution = new JobExecution(this.claims, handlers, this.settings);
    this.due = new DueLoop(connection, (stopping) => this.takeWhatIsDue(stopping), onError);
  }

  get failure(): Error | null {
    return this.due.failure;
  }

  start(): void {
    this.due.start();
  }

  async stop(): Promise<void> {
    const stopped = this.due.stop();
    this.execution.ends.all();
    await stopped;
    await this.execution.drain(this.settings.stopPatience);
  }

  private async takeWhatIsDue(stopping: AbortSignal): Promise<number> {
    const { concurrency, poll } = this.settings;
    const seen = this.execution.ends.version;
    await this.execution.freeExpired();
    const free = concurrency - this.execution.size;
    if (free > 0 && !stopping.aborted) {
      const taken = await this.claims.take(free);
      for (const job of taken) void this.execution.run(job);
      if (taken.length < free) return this.claims.untilNext(poll);
    }
    await this.execution.ends.next(seen, poll, stopping);
    return 0;
  }
}

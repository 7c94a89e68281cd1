import type { JobRunner } from '@fil/log/jobs/job-queue.port';
import type { ProcessFollower } from '@fil/log/jobs/process-follower';
import type { Leadership } from '@fil/log/leadership/leadership';

/** Under which name a program leads where several could follow the log for one process. */
export const leadershipOf = (process: string): string => `process ${process}`;

/** The processes as this program runs them. */
export class RunningProcesses {
  private stopping: AbortController | null = null;
  private following: Promise<void> = Promise.resolve();

  constructor(
    /** One for each process; none where the log is not followed. */
    readonly followers: readonly ProcessFollower[],
    /** Of the names of these processes: which of them are followed here rather than by another program. */
    readonly leadership: Leadership,
    /** Does what is due; null where nothing is executed. */
    readonly runner: JobRunner | null,
    /** Judges instants, or is silent. */
    private readonly clock: { readonly failure: Error | null } = { failure: null },
  ) {}

  /** Why something does not go on at this moment; null when everything does. */
  get failure(): Error | null {
    return (
      this.followers.find(({ failure }) => failure !== null)?.failure ?? this.runner?.failure ?? this.clock.failure
    );
  }

  /** Doing it twice is the same. */
  start(): void {
    if (this.stopping) return;
    this.stopping = new AbortController();
    if (this.followers.length > 0) this.following = this.follow(this.stopping.signal);
    this.runner?.start();
  }

  /** Resolves when nothing more will be written: what was under way is done, or left to whoever comes next. */
  async stop(): Promise<void> {
    this.stopping?.abort();
    await Promise.all([this.following, this.runner?.stop()]);
    this.stopping = null;
  }

  private follow(signal: AbortSignal): Promise<void> {
    return this.leadership.run(async (leading, held) => {
      const followed = this.followers.filter(({ name }) => held.has(leadershipOf(name)));
      await Promise.all(followed.map((follower) => follower.run(leading)));
    }, signal);
  }
}

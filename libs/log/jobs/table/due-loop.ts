import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import { LogWakeups } from '../../event-store/postgres/log-wakeups';

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/**
 * Does `round` again and again, each time as soon as there may be something to do: after a notification, or after the
 * time the round itself names. A round that fails is told, and tried again after a growing pause.
 */
export class DueLoop {
  private stopping = new AbortController();
  private looping: Promise<void> | null = null;
  private pause = FIRST_PAUSE;
  private lastFailure: Error | null = null;

  constructor(
    private readonly connection: ClientConfig,
    /** @returns how long to wait in milliseconds; 0: go on at once */
    private readonly round: (stopping: AbortSignal) => Promise<number>,
    private readonly onError: (error: Error) => void,
  ) {}

  get failure(): Error | null {
    return this.lastFailure;
  }

  start(): void {
    if (this.looping) return;
    this.stopping = new AbortController();
    this.looping = this.loop(this.stopping.signal);
  }

  /** Resolves when the round under way is over. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.looping;
    this.looping = null;
  }

  private async loop(stopping: AbortSignal): Promise<void> {
    const wakeups = new LogWakeups(this.connection, 'fil_job');
    // Listening begins with the first that waits: at once, or what is written during the first round goes unheard.
    await wakeups.next(-1, 0, stopping);
    while (!stopping.aborted) {
      const seen = wakeups.version;
      const wait = await this.once(stopping);
      // A notification must not cut the pause after a failure short: it would be tried without any.
      if (this.lastFailure) await sleep(wait, undefined, { signal: stopping }).catch(() => undefined);
      else if (wait > 0) await wakeups.next(seen, wait, stopping);
    }
    await wakeups.close();
  }

  private async once(stopping: AbortSignal): Promise<number> {
    try {
      const wait = await this.round(stopping);
      this.lastFailure = null;
      this.pause = FIRST_PAUSE;
      return wait;
    } catch (error) {
      this.lastFailure = error as Error;
      this.onError(error as Error);
      const wait = this.pause;
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
      return wait;
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { namedVersion } from '@fil/facts/kit/event-definition';
import type { Pool } from 'pg';
import type { EventStore } from '../event-store/event-store.port';
import { toRecordedEvent } from '../event-store/recorded-event';
import { PostgresFollowerPositions } from '../projections/postgres-follower-positions';
import { failureWithFrames } from './failure-text';
import type { JobQueue } from './job-queue.port';
import type { Process } from './process';
import { recordWithPosition } from './record-with-position';

/** Times are in milliseconds. */
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 30_000;

export interface FollowerSettings {
  readonly store: EventStore;
  /** Where the positions and the to-do table are. */
  readonly pool: Pool;
  readonly queue: JobQueue;
  /** Told each time it has to try again, and why. */
  readonly onTrouble: (message: string) => void;
}

/**
 * Reads the log for a process, in order, from the position it kept, and writes the jobs that follow. What fails is tried
 * again, later and later, and never skipped. Several may follow for one process: the position decides who writes.
 */
export class ProcessFollower {
  private pause = FIRST_PAUSE;
  private lastFailure: Error | null = null;
  private size = 0;
  /** Without their versions: events recorded by earlier releases concern it too. */
  private readonly names: ReadonlySet<string>;

  constructor(
    private readonly process: Process,
    private readonly settings: FollowerSettings,
  ) {
    this.names = new Set([...process.concerns].map((type) => namedVersion(type).name));
  }

  get name(): string {
    return this.process.name;
  }

  /** Why it is waiting to try again; null when all is well. */
  get failure(): Error | null {
    return this.lastFailure;
  }

  /** Size of the log up to which it has read, while it runs. The table knows how far any follower of the process has. */
  get position(): number {
    return this.size;
  }

  /** Goes on from where it stopped, until the signal is aborted; resolves when the piece in hand is written. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.follow(signal);
      } catch (error) {
        if (signal.aborted) break;
        this.lastFailure = error instanceof Error ? error : new Error(String(error));
        this.settings.onTrouble(`${this.name} tries again in ${this.pause} ms: ${failureWithFrames(error)}`);
        await sleep(this.pause, undefined, { signal }).catch(() => undefined);
        this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
      }
    }
    // Who does not follow has no trouble with it.
    this.lastFailure = null;
  }

  /** Ends with the signal, or when another one has read the same piece: it goes on from there. */
  private async follow(signal: AbortSignal): Promise<void> {
    const { store, pool, queue } = this.settings;
    this.size = await new PostgresFollowerPositions(pool).read(this.name);
    if (this.size >= (await store.size())) this.allIsWell();
    for await (const { entries, size } of store.subscribe(this.size, signal)) {
      const jobs = entries
        .filter(({ type }) => this.names.has(namedVersion(type).name))
        .flatMap((entry) => this.process.decide(toRecordedEvent(entry)));
      if (!(await recordWithPosition(pool, queue, { process: this.name, from: this.size, size, jobs }))) return;
      this.size = size;
      this.allIsWell();
    }
  }

  private allIsWell(): void {
    this.lastFailure = null;
    this.pause = FIRST_PAUSE;
  }
}

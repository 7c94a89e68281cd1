import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { LogWakeups } from '../event-store/postgres/log-wakeups';
import { failureText } from '../jobs/failure-text';
import type { Leadership } from '../leadership/leadership';
import type { DailyTimeStamps } from '../timestamps/daily-time-stamps';
import { raiseAlarm } from './alarms';
import type { Checkpointer } from './checkpointer';
import { LogDamaged } from './damage';
import type { TreeIntegrator } from './tree-integrator';
import type { WitnessClient } from './witness-client';

/** Under which name one program leads. */
export const LOG_KEEPER = 'checkpoints';

/** Milliseconds: a checkpoint a second at most, and a missed notification costs as much. */
const PAUSE = 1_000;

export interface LogKeeperParts {
  readonly pool: Pool;
  readonly wakeups: LogWakeups;
  readonly integrator: TreeIntegrator;
  readonly checkpointer: Checkpointer;
  readonly witnesses: readonly WitnessClient[];
  /** Null when no authority is named. */
  readonly timeStamps: DailyTimeStamps | null;
  readonly leadership: Leadership;
  /** What an operator must see, once for each time it begins. */
  readonly onAlarm: (message: string) => void;
}

/** Grows the tree as entries come, signs it, and has it cosigned, for as long as the program runs and leads. */
export class LogKeeper {
  /** Why the tree does not grow or is not signed at this moment; null when all is well. */
  failure: Error | null = null;
  private stopping: AbortController | null = null;
  private keeping: Promise<void> = Promise.resolve();

  constructor(private readonly parts: LogKeeperParts) {}

  get leadership(): Leadership {
    return this.parts.leadership;
  }

  /** Why witnesses have not cosigned, each in a sentence. */
  get witnessTroubles(): readonly string[] {
    return this.parts.witnesses.flatMap(({ trouble }) => trouble ?? []);
  }

  /** Doing it twice is the same. */
  start(): void {
    if (this.stopping) return;
    this.stopping = new AbortController();
    this.keeping = this.parts.leadership.run((leading) => this.keep(leading), this.stopping.signal);
  }

  /** Resolves when nothing more will be signed. Witnesses that are still being asked are not waited for. */
  async stop(): Promise<void> {
    this.stopping?.abort();
    await this.keeping;
    await this.parts.wakeups.close();
    this.stopping = null;
  }

  private async keep(signal: AbortSignal): Promise<void> {
    const { wakeups } = this.parts;
    for (let signedAt = -Infinity; !signal.aborted;) {
      const seen = wakeups.version;
      await this.attempt(async () => {
        await this.grow(signal);
        if (signal.aborted || performance.now() - signedAt < PAUSE) return;
        signedAt = performance.now();
        await this.sign();
      });
      // What comes meanwhile is taken in at once, and signed when the second is over. A failure waits all of it.
      if (this.failure) await sleep(PAUSE, undefined, { signal }).catch(() => undefined);
      else await wakeups.next(seen, Math.max(signedAt + PAUSE - performance.now(), 0), signal);
    }
  }

  private async grow(signal: AbortSignal): Promise<void> {
    const { integrator, pool } = this.parts;
    try {
      await integrator.catchUp(signal);
    } catch (error) {
      if (error instanceof LogDamaged) await raiseAlarm(pool, error.kind, error.message);
      throw error;
    }
  }

  private async sign(): Promise<void> {
    const pass = await this.parts.checkpointer.pass();
    if (pass.status !== 'published') return;
    for (const witness of this.parts.witnesses) witness.ask(pass);
    this.parts.timeStamps?.ask();
  }

  /** A failure is told once, and tried again: nothing goes on past it. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.failure = null;
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      if (this.failure?.message !== failure.message)
        this.parts.onAlarm(
          failure instanceof LogDamaged
            ? `nothing more is signed: ${failure.message} (fil log status)`
            : `the log could not be signed: ${failureText(failure)}`,
        );
      this.failure = failure;
    }
  }
}

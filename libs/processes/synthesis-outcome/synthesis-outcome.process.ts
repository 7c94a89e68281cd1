import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { EventStore } from '@fil/log/event-store/event-store.port';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import { FollowerPositions } from '@fil/log/projections/follower-positions';
import { fold } from '@fil/record/deciding/decider';
import { DecisionTaker } from '@fil/record/deciding/take-decision';
import { synthesis } from '@fil/record/syntheses/synthesis.state';
import { carryToMember, PROCESS } from './carry-to-member';
import { copyOf } from './common-answer-copy';
import { byContribution, TRIGGERS, whatFollows } from './what-follows';

/** Contributions written to at the same moment. */
const IN_FLIGHT = 8;
/** Entries that concern nobody, after which the position is kept all the same: a restart reads little again. */
const KEPT_EVERY = 1_000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/**
 * Carries membership and common answers from syntheses to their members (02 §2.2). It follows the log from a durable
 * position, in order; stopped anywhere, it goes on from there and writes nothing twice.
 */
@Injectable()
export class SynthesisOutcomeProcess {
  private readonly logger = new Logger(PROCESS);
  private stopping = new AbortController();
  private running: Promise<void> | null = null;
  private failure: Error | null = null;
  private size = 0;

  constructor(
    private readonly store: EventStore,
    private readonly decisions: DecisionTaker,
    private readonly positions: FollowerPositions,
  ) {}

  /** Why it is waiting to try again; null when all is well. */
  get trouble(): Error | null {
    return this.failure;
  }

  /** Size of the log up to which everything was carried. */
  get carriedUpTo(): number {
    return this.size;
  }

  /** Goes on from where it stopped. Started twice it runs once. */
  start(): void {
    if (this.running) return;
    this.stopping = new AbortController();
    this.running = this.run(this.stopping.signal);
  }

  /** Ends after the contributions being written to now. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.running = null;
  }

  /** Whatever fails is tried again, later and later, and never skipped: a member without her answer would be forgotten. */
  private async run(signal: AbortSignal): Promise<void> {
    let pause = FIRST_PAUSE;
    while (!signal.aborted) {
      try {
        await this.follow(signal, () => {
          pause = FIRST_PAUSE;
          this.failure = null;
        });
      } catch (error) {
        if (signal.aborted) return;
        this.failure = error instanceof Error ? error : new Error(String(error));
        this.logger.error(`tries again in ${pause} ms: ${this.failure.stack ?? this.failure.message}`);
        await wait(pause, undefined, { signal }).catch(() => undefined);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    }
  }

  private async follow(signal: AbortSignal, advanced: () => void): Promise<void> {
    let kept = await this.positions.read(PROCESS);
    this.size = kept;
    const keep = async (): Promise<void> => {
      await this.positions.save(PROCESS, this.size);
      kept = this.size;
    };
    for await (const { entries, size } of this.store.subscribe(kept, signal)) {
      for (const entry of entries) {
        if (!TRIGGERS.has(entry.type)) continue;
        if (!(await this.carry(toRecordedEvent(entry), signal))) return;
        this.size = entry.index + 1;
        await keep();
      }
      this.size = size;
      if (size - kept >= KEPT_EVERY) await keep();
      advanced();
    }
  }

  /** Carries one event to all it concerns; false when it was stopped before the last. */
  private async carry(trigger: RecordedEvent, signal: AbortSignal): Promise<boolean> {
    const history = await this.decisions.load(trigger.stream, trigger.rev);
    const { errands, answer } = whatFollows(trigger, fold(synthesis, history));
    const copy = answer
      ? copyOf(
          history.find(({ id }) => id === answer.event)!,
          answer,
          trigger,
        )
      : null;
    const waiting = byContribution(errands).values();
    let failed = false;
    const carrier = async (): Promise<void> => {
      for (const group of waiting) {
        if (signal.aborted || failed) return;
        try {
          for (const errand of group) await carryToMember(this.decisions, trigger, errand, copy);
        } catch (error) {
          failed = true;
          throw error;
        }
      }
    };
    // All have ended before the first failure is told: nothing is written behind the back of the next try.
    const ends = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, carrier));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    return !signal.aborted;
  }
}

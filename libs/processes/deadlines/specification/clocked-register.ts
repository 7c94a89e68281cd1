/** For tests: a register in memory with a clock that is set by hand, its process of deadlines, and what it has to do. */
import { authorityRegistered, bodyNamed, functionCreated } from '@fil/facts/events/authority.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { isRefusal } from '@fil/facts/kit/refusal';
import { MemoryEventStore } from '@fil/log/event-store/memory/memory-event-store';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { NewJob } from '@fil/log/jobs/job';
import { Clock } from '@fil/record/deciding/clock';
import type { Decider } from '@fil/record/deciding/decider';
import { decisionTakerOn } from '@fil/record/deciding/deciding.module';
import { someId } from '@fil/record/deciding/specification/given-when-then';
import type { Recorded } from '@fil/record/deciding/take-decision';
import { DeadlineClock } from '../deadline-clock';
import { DeadlineTodo, type WarningToGive } from '../deadline-todo';
import { DEADLINE_DUE, deadlinesProcess } from '../deadlines.process';
import { judgeDeadline } from '../judge-deadline';
import { planDeadlines } from '../plan-deadlines';

export const TOWN = someId('authority');

class HandClock extends Clock {
  time = '2026-01-05T09:00:00Z';
  override now(): Date {
    return new Date(this.time);
  }
}

class ListedTodo extends DeadlineTodo {
  readonly jobs = new Map<string, NewJob>();
  readonly warnings = new Map<string, readonly WarningToGive[]>();

  override replace(deadline: string, jobs: readonly NewJob[], warnings: readonly WarningToGive[]): Promise<void> {
    for (const job of jobs) if (!this.jobs.has(job.key)) this.jobs.set(job.key, job);
    this.warnings.set(deadline, warnings);
    return Promise.resolve();
  }
}

const NO_RULES: Decider<null> = { initial: null, evolve: () => null };

export class ClockedRegister {
  readonly store = new MemoryEventStore();
  readonly todo = new ListedTodo();
  private readonly clock = new HandClock();
  readonly decisions = decisionTakerOn({
    register: { origin: 'test.invalid', demonstration: true, authoritySiret: null, instanceKey: Buffer.alloc(32, 7) },
    store: this.store,
    vaultStore: this.store.vault,
    clock: this.clock,
  });
  /** Up to which the process has read. */
  private read = 0;
  private readonly judged = new Set<string>();
  readonly deadlineClock = new DeadlineClock({ read: () => Promise.resolve(this.read) }, this.store);

  static async withTown(): Promise<ClockedRegister> {
    const town = new ClockedRegister();
    await town.at(
      '2026-01-05T09:00:00Z',
      TOWN,
      event(authorityRegistered, { data: { siret: '21440109300015' }, words: { name: { fr: 'Vaubelle' } } }),
      event(bodyNamed, { data: { body: 'conseil', kind: 'council' }, words: { name: { fr: 'Conseil municipal' } } }),
      event(functionCreated, { data: { function: 'maire' }, words: { name: { fr: 'Maire' } } }),
    );
    return town;
  }

  set now(time: string) {
    this.clock.time = time;
  }

  /** Events no rule looks at, recorded at an instant. */
  async at(time: string, stream: string, ...events: readonly NewEvent[]): Promise<Recorded> {
    this.now = time;
    const role = events.some(({ data }) => data.takenOver) ? 'import' : 'official';
    const by = { actor: { role, body: 'mairie' }, account: null } as const;
    const outcome = await this.decisions.take({ stream, decider: NO_RULES, by, decide: () => events });
    if (isRefusal(outcome)) throw new Error(outcome.message.en);
    return outcome;
  }

  /** The process reads what it has not read, and what follows from it is planned. */
  async follow(): Promise<void> {
    const entries = await this.store.readAll(this.read, 100_000);
    const plan = planDeadlines(this);
    for (const stored of entries) {
      const one = toRecordedEvent(stored);
      if (!deadlinesProcess.concerns.has(one.type)) continue;
      for (const { name, key, data = {} } of deadlinesProcess.decide(one))
        await plan({ name, key, data, attempt: 1, signal: new AbortController().signal });
    }
    this.read = await this.store.size();
  }

  /** The worker runs at this time: it reads on, and judges what is due. */
  async work(time: string): Promise<void> {
    this.now = time;
    await this.follow();
    await this.judge(time);
  }

  /** Judges what is due by what the process has read so far. */
  async judge(time: string): Promise<void> {
    this.now = time;
    const judge = judgeDeadline({ store: this.store, decisions: this.decisions, clock: this.deadlineClock });
    for (const { name, key, data = {}, runAt } of [...this.todo.jobs.values()]) {
      if (name !== DEADLINE_DUE || runAt!.getTime() > Date.parse(time) || this.judged.has(key)) continue;
      await judge({ name, key, data, attempt: 1, signal: new AbortController().signal });
      this.judged.add(key);
    }
  }

  async events(): Promise<RecordedEvent[]> {
    return (await this.store.readAll(0, 100_000)).map(toRecordedEvent);
  }

  async deadlineEvents(name: string): Promise<RecordedEvent[]> {
    return (await this.events()).filter(({ type }) => type.startsWith(`deadline.${name}/`));
  }
}

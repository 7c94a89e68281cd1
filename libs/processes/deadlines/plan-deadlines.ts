import type { MoveCause } from '@fil/facts/codes/deadline-course';
import { entersLate, learnedOn, type Run } from '@fil/facts/deadlines/deadline';
import { isCorrection } from '@fil/facts/events/about-entries';
import { isOpen } from '@fil/facts/deadlines/started';
import { warningsOf } from '@fil/facts/deadlines/warnings';
import { aggregateOf, type Aggregate } from '@fil/facts/kit/aggregates';
import { namedVersion } from '@fil/facts/kit/event-definition';
import { isRefusal } from '@fil/facts/kit/refusal';
import type { EventStore } from '@fil/log/event-store/event-store.port';
import { derivedEventId } from '@fil/log/event-store/ids';
import { toRecordedEvent, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { JobHandler, NewJob } from '@fil/log/jobs/job';
import { triggerOf } from '@fil/log/jobs/process';
import { fold } from '@fil/record/deciding/decider';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import { deadline as deadlineStream } from '@fil/record/deadlines/deadline.state';
import { decideMove } from '@fil/record/deadlines/move/move-deadline.decide';
import type { DeadlineTodo, WarningToGive } from './deadline-todo';
import { DEADLINE_DUE, DEADLINES } from './deadlines.process';
import { endOfDay, startOfDay } from './due-instant';
import { calendarOf, runsIn, upTo, type Running } from './runs-in';

export interface Planning {
  readonly store: Pick<EventStore, 'readStream' | 'readAll'>;
  readonly decisions: DecisionTaker;
  readonly todo: DeadlineTodo;
}

/**
 * Milliseconds after the end of a day before the clock judges it: what was being recorded at the instant is then recorded,
 * with the date of the instant at which it was.
 */
const GRACE = 120_000;
/** About eleven days of trying: while the process lags the clock is silent, and gives nothing up. */
const MOST_ATTEMPTS = 60;

/** "9999" is how some say "one day": its end has no instant that PostgreSQL would take from us. */
const LAST_JUDGED = '9999-12-30';

/** Aggregates in which something may wait for a session. */
const WAITING: ReadonlySet<Aggregate> = new Set([
  'consultation',
  'encounter',
  'commitment',
  'committee',
  'erasure',
  'deadline',
]);

/**
 * Looks at what one event changed: says which running deadlines it moved, and writes what is to be done about each. Done
 * twice it changes nothing.
 */
export const planDeadlines =
  (planning: Planning): JobHandler =>
  async ({ data, signal }) => {
    const { stream, rev } = triggerOf(data);
    const [stored] = await planning.store.readStream(stream, rev, rev - 1);
    if (!stored) throw new Error(`${stream} has no event ${rev}`);
    const event = toRecordedEvent(stored);
    if (aggregateOf(stream) !== 'authority') return planStream(planning, stream, event);
    const store = remembering(planning.store);
    for (const one of await streamsThatWait(planning.store)) {
      signal.throwIfAborted();
      await planStream({ ...planning, store }, one, event);
    }
  };

/** One authority and its consultations are read for everything that waits for a session: once is enough. */
function remembering(store: Planning['store']): Planning['store'] {
  const known = new Map<string, ReturnType<EventStore['readStream']>>();
  const read = (...asked: Parameters<EventStore['readStream']>): ReturnType<EventStore['readStream']> => {
    if (!READ_OFTEN.has(aggregateOf(asked[0]))) return store.readStream(...asked);
    const key = asked.join(' ');
    const found = known.get(key) ?? store.readStream(...asked);
    known.set(key, found);
    return found;
  };
  return { readStream: read, readAll: (...asked) => store.readAll(...asked) };
}
const READ_OFTEN: ReadonlySet<Aggregate> = new Set(['authority', 'consultation']);

async function planStream({ store, decisions, todo }: Planning, stream: string, event: RecordedEvent): Promise<void> {
  const now = await runsIn(store, stream);
  const concerned = now.filter(
    ({ rules }) => aggregateOf(event.stream) !== 'authority' || rules?.authority === event.stream,
  );
  if (concerned.length === 0) return;
  // The first event of a stream moves nothing: most are deposits, which are many.
  const mayMove = event.stream !== stream || event.rev > 1;
  const before = mayMove ? await runsIn(store, stream, upTo(event.stream, event.rev - 1)) : [];
  const after = mayMove ? await runsIn(store, stream, upTo(event.stream, event.rev)) : [];
  for (const running of concerned) {
    const was = before.find(({ deadline }) => deadline === running.deadline);
    const then = after.find(({ deadline }) => deadline === running.deadline);
    const ran = was !== undefined && was.run.started.trigger.index < event.index && isOpen(was.run.started);
    if (ran && then) await tellMove(decisions, was.run, then, event);
    await plan(decisions, todo, running);
  }
}

/** The day until which it runs; none once what started it is open again. */
const dayOf = ({ started: { lifted }, counted: { dueOn } }: Run, event: RecordedEvent): string | null =>
  lifted?.event === event.id && nameOf(event) === 'consultation.depositOpened' ? null : dueOn;

const nameOf = ({ type }: RecordedEvent): string => namedVersion(type).name;

function causeOf(event: RecordedEvent): MoveCause {
  if (isCorrection(event.type)) return 'corrected';
  if (aggregateOf(event.stream) === 'authority') return 'sessionChanged';
  switch (nameOf(event)) {
    case 'commitment.rescheduled':
      return 'rescheduled';
    case 'consultation.depositOpened':
      return 'reopened';
    default:
      return 'promiseChanged';
  }
}

async function tellMove(decisions: DecisionTaker, was: Run, then: Running, event: RecordedEvent): Promise<void> {
  const from = was.counted.dueOn;
  const to = dayOf(then.run, event);
  if (from === to) return;
  const { stream, id } = event;
  const run = { ...then.run, counted: { ...then.run.counted, dueOn: to } };
  const outcome = await decisions.take({
    stream: then.deadline,
    decider: deadlineStream,
    by: {
      actor: { role: 'process', body: DEADLINES },
      account: null,
      commandId: derivedEventId(`${DEADLINES} move\n${then.deadline}\n${id}`, 0),
      cause: id,
    },
    decide: (state) =>
      decideMove(state, run, then.which, { from, why: causeOf(event), movedBy: { stream, event: id } }),
  });
  // Only this move has this key: it was told before, by rules that may have changed since.
  if (isRefusal(outcome) && outcome.rule !== 'key.reused')
    throw new Error(`${then.deadline} cannot be moved: ${outcome.rule}: ${outcome.message.en}`);
}

async function plan(decisions: DecisionTaker, todo: DeadlineTodo, running: Running): Promise<void> {
  const { deadline, run } = running;
  const { course } = fold(deadlineStream, await decisions.load(deadline));
  const over = course.waived !== null || course.met !== null || !isOpen(run.started);
  const dueOn = run.counted.dueOn;
  if (over || dueOn === null || dueOn > LAST_JUDGED || entersLate(run)) return todo.replace(deadline, [], []);
  await todo.replace(deadline, [judgement(running, dueOn)], warningsToGive(running, dueOn));
}

const judgement = ({ deadline, which: { rule, trigger } }: Running, dueOn: string): NewJob => ({
  name: DEADLINE_DUE,
  key: `${DEADLINE_DUE}/${deadline}/${dueOn}`,
  data: { deadline, rule, stream: trigger.stream, event: trigger.event, dueOn },
  runAt: new Date(endOfDay(dueOn).getTime() + GRACE),
  maxAttempts: MOST_ATTEMPTS,
});

function warningsToGive(running: Running, dueOn: string): WarningToGive[] {
  const { run, rules } = running;
  const { started, rule } = run;
  return warningsOf(run, calendarOf(running))
    .filter(({ on }) => on > learnedOn(run))
    .map(({ kind, on, session = null }) => ({
      kind,
      rule: rule.rule,
      dueOn,
      warnAt: startOfDay(on),
      authority: started.debtors[0] ?? rules?.authority ?? null,
      owner: started.owner,
      about: started.about,
      session,
    }));
}

const BATCH = 2_000;

/** Streams that may wait for a session: sessions change a few times a year, and the log is read for it. */
async function streamsThatWait(store: Pick<EventStore, 'readAll'>): Promise<string[]> {
  const found: string[] = [];
  for (let after = 0; ;) {
    const entries = await store.readAll(after, BATCH);
    for (const { stream, rev } of entries) if (rev === 1 && WAITING.has(aggregateOf(stream))) found.push(stream);
    const last = entries.at(-1);
    if (!last) return found;
    after = last.index + 1;
  }
}

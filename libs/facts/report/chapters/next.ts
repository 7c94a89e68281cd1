/** Chapter 14: how to react, what is being examined again, and the next dates. */
import type { DeadlineState } from '../../codes/deadline-course';
import type { mandateBegan } from '../../events/authority.events';
import type { evaluationOpened } from '../../events/evaluation.events';
import { isOver, lastDay, type When } from '../../dates/when';
import { isOpen } from '../../figures/commitment-progress';
import type { KnownData } from '../../figures/fact-event';
import { nextAnswerOn } from '../../figures/standing';
import { aggregateOf } from '../../kit/aggregates';
import { nameOf, type Cited } from '../cited';
import { countedLines, type ReportRecord } from '../report-record';
import type { DecisionPath } from './decision-path';

export interface NextDate {
  readonly on: When;
  /**
   * What is announced for it: an answer, the last day to ask for re-examination, the end of a commitment, a step of the
   * decision path, the last day of a running deadline, the close of an evaluation, the review of open commitments after
   * an election.
   */
  readonly what: 'answer' | 'appeal' | 'commitment' | 'decisionStep' | 'deadline' | 'evaluation' | 'mandateReview';
  /** The object; of a step `<consultation>#<step>`, of a deadline `<object>#<rule>`. */
  readonly object: string;
}

export interface Next {
  /** Contested by the author and not yet answered; appealed and not yet decided. */
  readonly contestsWaiting: readonly Cited[];
  readonly appealsWaiting: readonly Cited[];
  /** Dates after the day of the cut, the nearest first. */
  readonly dates: readonly NextDate[];
}

/** @param path chapter 3 */
export function next(record: ReportRecord, path: DecisionPath): Next {
  const { on: today } = record.cut;
  return {
    contestsWaiting: waiting(record, 'contribution.contested', 'contribution.contestAnswered', 'contest'),
    appealsWaiting: waiting(record, 'contribution.appealLodged', 'contribution.appealDecided', 'appeal'),
    dates: [...datesOf(record), ...stepsOf(path)].filter(({ on }) => !isOver(on, today)).sort(nearestFirst),
  };
}

/** Those that no later event of the contribution settles. @param field where that one names what it settles */
const waiting = (record: ReportRecord, asked: string, settled: string, field: string): Cited[] =>
  countedLines(record).flatMap(({ events }) => {
    const settles = new Set(events.filter(({ name }) => name === settled).map(({ facts }) => facts[field]));
    return events.filter(({ name, event }) => name === asked && !settles.has(event));
  });

function* datesOf(record: ReportRecord): Iterable<NextDate> {
  for (const [object, facts] of record.facts.contributions) {
    const on = nextAnswerOn(facts);
    if (on !== null) yield { on, what: 'answer', object };
  }
  for (const { events } of countedLines(record)) {
    const appealed = new Set(
      events.filter(({ name }) => name === 'contribution.appealLodged').map(({ facts }) => facts['event']),
    );
    for (const { event, stream: object, facts } of events)
      if (typeof facts['appealBy'] === 'string' && !appealed.has(event))
        yield { on: facts['appealBy'], what: 'appeal', object };
  }
  for (const { id: object } of record.of('commitment')) {
    const facts = record.facts.commitments.get(object)!;
    if (isOpen(facts) && facts.plannedNow !== null) yield { on: facts.plannedNow, what: 'commitment', object };
  }
  for (const { state, dueOn: on, rule, run } of record.deadlines) {
    const { stream } = run.started.trigger;
    if (!RUNNING.includes(state) || on === null) continue;
    // Those that a deposit starts are many, each of them days long; the end of a commitment stands above.
    const planned = record.facts.commitments.get(stream)?.plannedNow ?? null;
    if (aggregateOf(stream) !== 'contribution' && (planned === null || lastDay(planned) !== on))
      yield { on, what: 'deadline', object: `${stream}#${rule}` };
  }
  for (const { id: object, events } of record.of('evaluation')) {
    const { to: on } = events[0]!.data as KnownData<typeof evaluationOpened>;
    if (on !== undefined) yield { on, what: 'evaluation', object };
  }
  for (const { id: object, events } of record.of('authority'))
    for (const event of events) {
      const { reviewBy: on } = event.data as KnownData<typeof mandateBegan>;
      if (nameOf(event) === 'authority.mandateBegan' && on !== undefined) yield { on, what: 'mandateReview', object };
    }
}

const RUNNING: readonly DeadlineState[] = ['running', 'warned'];

function* stepsOf({ paths }: DecisionPath): Iterable<NextDate> {
  for (const { consultation, steps } of paths)
    for (const { step, state, expectedOn: on } of steps)
      if (state === 'toCome' && on !== null) yield { on, what: 'decisionStep', object: `${consultation}#${step}` };
}

const nearestFirst = (a: NextDate, b: NextDate): number =>
  lastDay(a.on).localeCompare(lastDay(b.on)) || (a.object < b.object ? -1 : 1);

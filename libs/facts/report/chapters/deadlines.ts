/** Chapter 13: deadlines, legal and promised, held and missed; what is late is shown as large as what was held. */
import type { BasisKind, DeadlineOutput, DeadlineOwer } from '../../codes/deadline';
import type { DeadlineState } from '../../codes/deadline-course';
import type { Arithmetic } from '../../deadlines/arithmetic';
import type { Deadline } from '../../deadlines/deadline';
import type { Figure } from '../../figures/published-figures';
import { aggregateOf } from '../../kit/aggregates';
import { cite, type Cited } from '../cited';
import { figureOf, tableOf, type CountedBy } from '../figure-of';
import type { ReportRecord } from '../report-record';

/** One deadline: the rule, what started it, its day and how that was counted, what became of it. */
export interface DeadlineRow {
  readonly rule: string;
  readonly ruleVersion: number;
  readonly basisKind: BasisKind;
  /** Only then may a page say *obligation légale*. */
  readonly legal: boolean;
  readonly output: DeadlineOutput;
  readonly owes: DeadlineOwer;
  /** Code of the department or function accountable for it. */
  readonly owner: string | null;
  readonly trigger: Place;
  readonly about: string | null;
  readonly dueOn: string | null;
  readonly arithmetic: Arithmetic;
  readonly state: DeadlineState;
  /** What was produced, in time or late; null: nothing, or answers that are counted below. */
  readonly produced: Place | null;
  /** Of the answers to the contributions of a consultation. */
  readonly answers: Deadline['answers'];
  /** The findings of the clock. */
  readonly missed: readonly string[];
}

interface Place {
  readonly stream: string;
  readonly event: string;
  readonly on: string;
}

export interface DeadlinesChapter {
  /** Findings of the clock that stand: their events. */
  readonly missed: Figure;
  readonly legalMissed: Figure;
  readonly promisedMissed: Figure;
  /** Findings that were declared an error; they stay on the page. */
  readonly missedInError: Figure;
  /** By rule, how its deadlines stand: the events that started them. */
  readonly byRule: readonly {
    readonly rule: string;
    readonly basisKind: BasisKind;
    readonly legal: boolean;
    readonly states: readonly CountedBy<DeadlineState>[];
  }[];
  /** Each deadline by itself; of those that a deposit starts, only the ones that were not simply held. */
  readonly rows: readonly DeadlineRow[];
  /** What the log keeps of them: missed, moved, waived, missed in error. */
  readonly events: readonly Cited[];
}

export function chapterDeadlines(record: ReportRecord): DeadlinesChapter {
  const { deadlines } = record;
  const finding = (state: DeadlineState, some = deadlines): Figure =>
    figureOf(some.filter((one) => one.state === state).flatMap(({ course, dueOn }) => found(course, dueOn)));
  return {
    missed: finding('missed'),
    legalMissed: finding(
      'missed',
      deadlines.filter(({ legal }) => legal),
    ),
    promisedMissed: finding(
      'missed',
      deadlines.filter(({ legal }) => !legal),
    ),
    missedInError: finding('missedInError'),
    byRule: byRule(deadlines),
    rows: deadlines.filter(isTold).map(rowOf),
    events: record.of('deadline').flatMap(({ events }) => events.map(cite)),
  };
}

const found = ({ missed }: Deadline['course'], dueOn: string | null): string[] =>
  missed.filter((one) => one.dueOn === dueOn).map(({ event }) => event);

/** A rule stands once, under the last basis it had. */
function byRule(deadlines: readonly Deadline[]): DeadlinesChapter['byRule'] {
  const rules = new Map<string, Deadline[]>();
  for (const one of deadlines) {
    const some = rules.get(one.rule);
    if (some) some.push(one);
    else rules.set(one.rule, [one]);
  }
  return [...rules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, some]) => ({
      rule,
      basisKind: some.at(-1)!.basisKind,
      legal: some.at(-1)!.legal,
      states: tableOf(some.map(({ state, run }) => [state, run.started.trigger.event] as const)),
    }));
}

const QUIET: readonly DeadlineState[] = ['met', 'running', 'warned', 'lifted'];

const isTold = ({ run, state }: Deadline): boolean =>
  aggregateOf(run.started.trigger.stream) !== 'contribution' || !QUIET.includes(state);

const rowOf = (one: Deadline): DeadlineRow => ({
  rule: one.rule,
  ruleVersion: one.ruleVersion,
  basisKind: one.basisKind,
  legal: one.legal,
  output: one.output,
  owes: one.owes,
  owner: one.run.started.owner,
  trigger: placeOf(one.run.started.trigger),
  about: one.run.started.about,
  dueOn: one.dueOn,
  arithmetic: one.arithmetic,
  state: one.state,
  produced: one.produced && placeOf(one.produced),
  answers: one.answers,
  missed: one.course.missed.map(({ event }) => event),
});

const placeOf = ({ stream, event, on }: Place): Place => ({ stream, event, on });

/** A deadline as it stands on a day: from its rule, what started it, what its stream says, and what was produced. Pure. */
import { isLegalObligation, type BasisKind, type DeadlineOutput, type DeadlineOwer } from '../codes/deadline';
import type { DeadlineState } from '../codes/deadline-course';
import { parisDay } from '../dates/paris-day';
import type { Arithmetic, Counted } from './arithmetic';
import { calendarAt, rulesInForce, type AuthorityRules } from './authority-rules';
import { countDue, PLAIN_CALENDAR, type Calendar } from './count-due';
import { isInError, NO_COURSE, type Course } from './course';
import type { OpenedDeadline } from './other-triggers';
import type { DeadlineRule } from './rule';
import { KNOWN_RULES, PROMISES } from './start-set';
import { isOpen, type Recorded, type Started } from './started';
import { warningsOf, type DeadlineWarning } from './warnings';

/** How many contributions of a consultation are settled, by the event that settled them; null: not yet. */
export type Answers = readonly {
  /** Day in Paris on which it was recorded. */
  readonly settledOn: string | null;
  /** Day on which it happened. */
  readonly happenedOn: string | null;
  readonly count: number;
}[];

/** One rule applied to what started it. */
export interface Run {
  readonly started: Started;
  readonly rule: DeadlineRule;
  readonly counted: Counted;
}

export interface Deadline extends Counted {
  readonly run: Run;
  /** Stands in front of nothing: which deadline this is. */
  readonly rule: string;
  readonly ruleVersion: number;
  readonly basisKind: BasisKind;
  /** Whether a page may say *obligation légale*. */
  readonly legal: boolean;
  readonly owes: DeadlineOwer;
  readonly output: DeadlineOutput;
  readonly state: DeadlineState;
  /** What was produced, in time or late; of the answers of a consultation, null. */
  readonly produced: Recorded | null;
  readonly course: Course;
  readonly warnings: readonly DeadlineWarning[];
  /** Contributions of the consultation, where those are what is owed. */
  readonly answers: {
    readonly inAll: number;
    readonly inTime: number;
    readonly late: number;
    readonly waiting: number;
  } | null;
}

/**
 * What runs, or ran, from this: one deadline per rule in force at the trigger. What was taken over from another system
 * starts one only from the authority's first day in this register on (03 §6).
 */
export function runsOf(started: Started, rules: AuthorityRules | null): readonly Run[] {
  if (started.takenOver && (rules === null || started.trigger.on < rules.firstDay)) return [];
  return rulesInForce(rules, started.trigger)
    .filter((rule) => rule.trigger === started.startedBy)
    .flatMap((rule) => {
      const run = promisedFirst(started, rule, calendarAt(rules, started.trigger));
      return run ? [run] : [];
    });
}

const isPromise = ({ rule }: DeadlineRule): boolean => PROMISES.some((one) => one.rule === rule);

/** What was promised to people goes before what the rule says for want of a promise. */
function promisedFirst(started: Started, rule: DeadlineRule, calendar: Calendar): Run | null {
  const promises = rule.unit === 'promised' || (isPromise(rule) && started.promised.length > 0);
  if (promises) {
    if (started.promised.length === 0 && isOpen(started)) return null;
    const counted = countDue(
      { unit: 'promised', amount: null, body: null },
      started.trigger.on,
      calendar,
      started.promised,
    );
    return { started, rule, counted };
  }
  // Without a promise of its own a consultation owes no answer, whatever the general rule says: every page says so.
  if (started.onlyPromised || rule.rule === 'promise.answer') return null;
  return { started, rule, counted: countDue(rule, started.trigger.on, calendar) };
}

/** What a person opened keeps the day it was opened with, unless it ends with a session. */
export function openedRun({ run: started, opened }: OpenedDeadline, rules: AuthorityRules | null): Run {
  const own = rules?.rules.find(({ rule, version }) => rule === opened.rule && version === opened.ruleVersion);
  const known = KNOWN_RULES.find(({ rule }) => rule === opened.rule);
  const rule: DeadlineRule = {
    rule: opened.rule!,
    version: opened.ruleVersion!,
    trigger: opened.startedBy!,
    output: opened.output!,
    owes: opened.owes!,
    amount: own?.amount ?? known?.amount ?? null,
    unit: own?.unit ?? known?.unit ?? 'promised',
    body: own?.body ?? null,
    basisKind: opened.basisKind!,
    validFrom: own?.validFrom ?? null,
    validTo: own?.validTo ?? null,
    lastChecked: own?.lastChecked ?? known?.lastChecked ?? null,
  };
  const counted =
    rule.unit === 'nextSession'
      ? countDue(rule, opened.startedOn!, calendarAt(rules, started.trigger))
      : { dueOn: opened.dueOn ?? null, arithmetic: (opened.arithmetic ?? []) as Arithmetic };
  return { started, rule, counted };
}

/** @param today the day of the cut in Paris */
export function deadlineOn(
  run: Run,
  today: string,
  {
    course = NO_COURSE,
    calendar = PLAIN_CALENDAR,
    answers = null,
  }: {
    readonly course?: Course;
    readonly calendar?: Calendar;
    /** For `finalOutcome`. */
    readonly answers?: Answers | null;
  } = {},
): Deadline {
  const { started, rule, counted } = run;
  const { dueOn } = counted;
  const inTime = inTimeFor(run);
  const owed = rule.output === 'finalOutcome' && answers !== null ? sumOf(answers, dueOn, entersLate(run)) : null;
  const produced = course.met ?? started.outputs[rule.output] ?? null;
  const warnings = warningsOf(run, calendar);
  return {
    ...counted,
    run,
    rule: rule.rule,
    ruleVersion: rule.version,
    basisKind: rule.basisKind,
    legal: isLegalObligation(rule.basisKind),
    owes: rule.owes,
    output: rule.output,
    state: stateOn(today, run, course, { produced, owed, inTime }, warnings),
    produced,
    course,
    warnings,
    answers: owed,
  };
}

function sumOf(answers: Answers, dueOn: string | null, entered: boolean): NonNullable<Deadline['answers']> {
  const sum = { inAll: 0, inTime: 0, late: 0, waiting: 0 };
  for (const { settledOn, happenedOn, count } of answers) {
    const day = entered ? happenedOn : settledOn;
    sum.inAll += count;
    if (day === null) sum.waiting += count;
    else if (dueOn === null || day <= dueOn) sum.inTime += count;
    else sum.late += count;
  }
  return sum;
}

/** Day on which the register learned of the day it is due: nothing could be recorded in time before that. */
export const learnedOn = ({ started: { trigger, promised } }: Run): string =>
  [trigger.at, ...promised.flatMap(({ saidAt }) => saidAt ?? [])].map(parisDay).sort().at(-1)!;

/** What started it was entered when its day was already over: there was nothing for the clock to see. */
export const entersLate = (run: Run): boolean => run.counted.dueOn !== null && run.counted.dueOn < learnedOn(run);

/**
 * In time by when it was recorded: what is said later of an earlier day is for `missedInError` to weigh. Of what was
 * entered as a whole afterwards, by when it happened.
 */
export const inTimeFor = (run: Run): ((done: Pick<Recorded, 'at' | 'on'>) => boolean) => {
  const { dueOn } = run.counted;
  const afterwards = entersLate(run);
  return ({ at, on }) => dueOn === null || (afterwards ? on : parisDay(at)) <= dueOn;
};

interface Seen {
  readonly produced: Recorded | null;
  readonly owed: Deadline['answers'];
  readonly inTime: ReturnType<typeof inTimeFor>;
}

function stateOn(
  today: string,
  { started, counted: { dueOn } }: Run,
  course: Course,
  { produced, owed, inTime }: Seen,
  warnings: readonly DeadlineWarning[],
): DeadlineState {
  if (course.waived) return 'waived';
  const found = course.missed.find((miss) => miss.dueOn === dueOn);
  if (found) return isInError(course, found) ? 'missedInError' : 'missed';
  if (started.lifted && inTime(started.lifted)) return 'lifted';
  const done = owed ? owed.late === 0 && owed.waiting === 0 : produced !== null && inTime(produced);
  // Before its day has come more contributions may: until the deposit has closed, no answer is the last.
  if (done && !(started.onlyPromised && dueOn !== null && today <= dueOn)) return 'met';
  if (dueOn !== null && today > dueOn) return 'over';
  return warnings.some(({ on }) => on <= today) ? 'warned' : 'running';
}

/** A deadline as its page says it, from what it is computed from: pure. */
import { daysBetween } from '@fil/facts/dates/calendar-date';
import type { DeadlineState } from '@fil/facts/codes/deadline-course';
import { DEADLINE_STATES } from '@fil/facts/codes/deadline-course';
import { isInError } from '@fil/facts/deadlines/course';
import { inTimeFor, type Deadline } from '@fil/facts/deadlines/deadline';
import { explain } from '@fil/facts/deadlines/explain';
import { knownRule } from '@fil/facts/deadlines/start-set';
import type { Recorded } from '@fil/facts/deadlines/started';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Names } from '../names/names';
import type { DeadlineItem, DeadlineTotals, Place } from './deadlines.answer';
import type { RuleWords } from './deadlines.projection';

/** What a deadline is shown with. */
export interface Surroundings {
  readonly id: string;
  readonly names: Names;
  /** The authority whose rules count. */
  readonly authority: string | null;
  readonly words: RuleWords | null;
  readonly subject: Opened<Text> | null;
}

/** Of thousands that were owed the page names the first; the event has them all. */
const NAMED = 50;

const place = ({ stream, event, on, at }: Recorded): Place => ({ stream, event, on, at });

export function buildDeadline(deadline: Deadline, around: Surroundings, today: string): DeadlineItem {
  const { run, course, dueOn } = deadline;
  const { started, rule } = run;
  const known = knownRule(rule.rule);
  const { id, names, authority, words, subject } = around;
  const debtors = started.debtors.length > 0 ? started.debtors : authority === null ? [] : [authority];
  return {
    id,
    rule: {
      code: rule.rule,
      version: rule.version,
      name: words?.name ?? (known ? { ...known.name } : null),
      source: words?.source ?? known?.source ?? null,
      basisKind: rule.basisKind,
      legal: deadline.legal,
      lastChecked: rule.lastChecked,
      amount: rule.amount,
      unit: rule.unit,
    },
    output: rule.output,
    owes: rule.owes,
    trigger: { ...place(started.trigger), code: started.startedBy },
    about: started.about,
    consultation: started.consultation,
    subject,
    authorities: debtors.map((debtor) => names.authority(debtor)),
    owner: started.owner === null ? null : names.bodyOrFunction(authority, started.owner),
    state: deadline.state,
    dueOn,
    daysLeft: dueOn === null ? null : daysBetween(today, dueOn),
    arithmetic: deadline.arithmetic,
    explanation: { fr: explain(deadline.arithmetic, 'fr'), en: explain(deadline.arithmetic, 'en') },
    produced: deadline.produced && { ...place(deadline.produced), inTime: inTimeFor(run)(deadline.produced) },
    answers: deadline.answers,
    missed: course.missed.map((miss) => ({
      event: miss.event,
      foundAt: miss.at,
      dueOn: miss.dueOn,
      dueUntil: miss.dueUntil,
      owed: miss.owedInAll,
      inAll: miss.inAll,
      objects: miss.owed
        .slice(0, NAMED)
        .map(({ object, event = null, recordedAt = null }) => ({ object, event, recordedAt })),
      inError: isInError(course, miss),
    })),
    missedInError: course.errors.map(({ event, missed, oversight, overlooked, objects, on }) => ({
      event,
      missed,
      oversight,
      overlooked,
      objects,
      on,
    })),
    moved: course.moved.map(({ event, from, to, why, movedBy, on }) => ({ event, from, to, why, movedBy, on })),
    waived: course.waived && { event: course.waived.event, ground: course.waived.ground, on: course.waived.on },
    warnings: deadline.warnings.map(({ kind, on, session = null, sessionOn = null }) => ({
      kind,
      on,
      session,
      sessionOn,
      given: on <= today,
    })),
  };
}

const KEPT: ReadonlySet<DeadlineState> = new Set(['met', 'missedInError']);
const WAITING: ReadonlySet<DeadlineState> = new Set(['running', 'warned']);
const OVERDUE: ReadonlySet<DeadlineState> = new Set(['missed', 'over']);

export function totalsOf(deadlines: readonly Deadline[]): DeadlineTotals {
  const count = (belongs: (state: DeadlineState) => boolean): number =>
    deadlines.filter(({ state }) => belongs(state)).length;
  const byState = Object.fromEntries(DEADLINE_STATES.map((state) => [state, count((one) => one === state)])) as Record<
    DeadlineState,
    number
  >;
  return {
    ...byState,
    columns: {
      kept: count((state) => KEPT.has(state)),
      waiting: count((state) => WAITING.has(state)),
      overdue: count((state) => OVERDUE.has(state)),
    },
  };
}

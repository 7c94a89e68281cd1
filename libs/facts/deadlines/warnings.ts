/** When the owner of a deadline is warned of it: 60, 30 and 7 days ahead, and of the last useful session (02 §5). */
import type { Warning } from '../codes/deadline-course';
import { addDays } from '../dates/calendar-date';
import type { Calendar } from './count-due';
import type { Run } from './deadline';
import { lastSessionBy } from './sessions';

export interface DeadlineWarning {
  readonly kind: Warning;
  /** Day on which the owner is warned. */
  readonly on: string;
  /** The session meant, by `lastSession`. */
  readonly session?: string;
  readonly sessionOn?: string;
}

const AHEAD: readonly (readonly [Warning, number])[] = [
  ['days60', 60],
  ['days30', 30],
  ['days7', 7],
];

/** Days before a session by which what goes before it must be ready: its papers leave five clear days ahead (CGCT L2121-12). */
const BEFORE_SESSION = 14;

/** What no council has to speak of: acknowledgements, and what already ends with a session. */
const WITHOUT_SESSION: ReadonlySet<string> = new Set([
  'depositRecord',
  'acknowledgement',
  'minutes',
  'deliberationList',
]);

/** Those after the day that started it, in order; none while its day is not known. */
export function warningsOf({ started, rule, counted }: Run, calendar: Calendar): readonly DeadlineWarning[] {
  const { dueOn } = counted;
  if (dueOn === null) return [];
  const warnings: DeadlineWarning[] = AHEAD.map(([kind, days]) => ({ kind, on: addDays(dueOn, -days) }));
  const session =
    rule.unit === 'nextSession' || WITHOUT_SESSION.has(rule.output) ? null : lastSessionBy(calendar, dueOn);
  if (session)
    warnings.push({
      kind: 'lastSession',
      on: addDays(session.on, -BEFORE_SESSION),
      session: session.session,
      sessionOn: session.on,
    });
  return warnings.filter(({ on }) => on > started.trigger.on).sort((a, b) => a.on.localeCompare(b.on));
}

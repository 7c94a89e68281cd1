/**
 * The last day of a deadline, with the arithmetic that leads to it. The day that starts it is never counted.
 *
 * calendarDays, weeks: so many days later. months: from date to date, clamped to the end of a shorter month. workingDays
 * (*jours ouvrés*): Monday to Friday without public holidays. clearDays (*jours francs*): the last one is not counted
 * either, and a day that is none to act on gives way to the next working day (CPC, art. 642; 02 §4). No other unit is
 * extended: none of the texts of the start set says so, and a promise is kept on the day that was promised.
 */
import type { DeadlineUnit } from '../codes/deadline';
import type { NonWorking } from '../codes/deadline-course';
import type { Holiday, HolidayTerritory } from '../codes/holiday';
import { addDays, addMonths } from '../dates/calendar-date';
import { holidayOn } from '../dates/french-holidays';
import type { ArithmeticStep, Counted } from './arithmetic';
import { nextSession, sessionsOf, type SessionCalendar } from './sessions';

/** What was promised: a time, or a date. */
export interface Promised {
  readonly amount?: number;
  readonly unit?: DeadlineUnit;
  /** `YYYY-MM-DD`. */
  readonly by?: string;
  /** The date that `by` replaced. */
  readonly instead?: string;
  /** Day from which a time runs, when that is not the one that started the deadline. */
  readonly from?: string;
  /** Instant at which it was recorded, when that is later than what started the deadline. */
  readonly saidAt?: string;
}

export interface CountingRule {
  readonly unit: DeadlineUnit;
  readonly amount: number | null;
  /** For `nextSession`; null: the council. */
  readonly body: string | null;
}

export interface Calendar extends SessionCalendar {
  readonly territory: HolidayTerritory;
}
export const PLAIN_CALENDAR: Calendar = { territory: 'france', sessions: [], councils: [] };

type NonWorkingDay = { readonly why: NonWorking; readonly holiday?: Holiday };

export function nonWorkingDay(date: string, territory: HolidayTerritory): NonWorkingDay | null {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return { why: 'saturday' };
  if (weekday === 0) return { why: 'sunday' };
  const holiday = holidayOn(date, territory);
  return holiday ? { why: 'holiday', holiday } : null;
}

const end = (steps: readonly ArithmeticStep[], dueOn: string): Counted => ({
  dueOn,
  arithmetic: [...steps, { step: 'due', on: dueOn }],
});

/**
 * @param start day that starts it, `YYYY-MM-DD`
 * @param promised for the unit `promised`: of several the earliest counts
 */
export function countDue(
  rule: CountingRule,
  start: string,
  calendar: Calendar = PLAIN_CALENDAR,
  promised: readonly Promised[] = [],
): Counted {
  const from: ArithmeticStep = { step: 'from', on: start };
  switch (rule.unit) {
    case 'promised':
      return earliestPromised(promised, start, calendar);
    case 'nextSession':
      return untilSession(rule.body, start, calendar, from);
    default:
      return rule.amount === null ? { dueOn: null, arithmetic: [from] } : added(rule.unit, rule.amount, calendar, from);
  }
}

function earliestPromised(promised: readonly Promised[], start: string, calendar: Calendar): Counted {
  const counted = promised.map(({ by, instead, amount, unit, from }): Counted => {
    if (by !== undefined && instead !== undefined) return end([{ step: 'replanned', on: instead, to: by }], by);
    if (by !== undefined) return end([{ step: 'promisedBy', on: by }], by);
    return countDue({ unit: unit ?? 'calendarDays', amount: amount ?? null, body: null }, from ?? start, calendar);
  });
  const dated = counted.filter(({ dueOn }) => dueOn !== null);
  return dated.sort((a, b) => a.dueOn!.localeCompare(b.dueOn!))[0] ?? { dueOn: null, arithmetic: [] };
}

function added(
  unit: Exclude<DeadlineUnit, 'promised' | 'nextSession'>,
  amount: number,
  { territory }: Calendar,
  from: ArithmeticStep,
): Counted {
  const start = from.on!;
  const reached = (to: string, ...more: readonly ArithmeticStep[]): Counted =>
    end([from, { step: 'added', amount, unit, to }, ...more], to);
  switch (unit) {
    case 'calendarDays':
      return reached(addDays(start, amount));
    case 'weeks':
      return reached(addDays(start, 7 * amount));
    case 'months': {
      const to = addMonths(start, amount);
      const wanted = Number(start.slice(8));
      const clamped: ArithmeticStep = { step: 'clamped', on: to, amount: wanted };
      return wanted === Number(to.slice(8)) ? reached(to) : reached(to, clamped);
    }
    case 'workingDays':
      return workingDays(amount, territory, from);
    case 'clearDays':
      return clearDays(amount, territory, from);
  }
}

function workingDays(amount: number, territory: HolidayTerritory, from: ArithmeticStep): Counted {
  let day = from.on!;
  let weekends = 0;
  const holidays: ArithmeticStep[] = [];
  for (let counted = 0; counted < amount;) {
    day = addDays(day, 1);
    const off = nonWorkingDay(day, territory);
    if (!off) counted++;
    else if (off.why === 'holiday') holidays.push({ step: 'holiday', on: day, holiday: off.holiday });
    else weekends++;
  }
  const left: ArithmeticStep[] = weekends > 0 ? [{ step: 'weekends', amount: weekends }] : [];
  // An event lists 500 items at most; who counts in thousands of working days names the latest holidays.
  const named = holidays.slice(-400);
  return end([from, { step: 'added', amount, unit: 'workingDays', to: day }, ...left, ...named], day);
}

function clearDays(amount: number, territory: HolidayTerritory, from: ArithmeticStep): Counted {
  let day = addDays(from.on!, amount + 1);
  const steps: ArithmeticStep[] = [from, { step: 'added', amount, unit: 'clearDays', to: day }];
  for (let off = nonWorkingDay(day, territory); off; off = nonWorkingDay(day, territory)) {
    const to = addDays(day, 1);
    steps.push({ step: 'extended', on: day, to, ...off });
    day = to;
  }
  return end(steps, day);
}

function untilSession(body: string | null, start: string, calendar: Calendar, from: ArithmeticStep): Counted {
  const session = nextSession(calendar, body, start);
  const until = session?.on ?? null;
  const cancelled = sessionsOf(calendar, body)
    .filter((one) => one.cancelled && one.on > start && (until === null || one.on <= until))
    .map(({ session: code, on, body: of }): ArithmeticStep => ({
      step: 'sessionCancelled',
      on,
      session: code,
      body: of,
    }));
  if (!session) return { dueOn: null, arithmetic: [from, ...cancelled, { step: 'noSession', ...(body && { body }) }] };
  const { session: code, body: of, on } = session;
  const moved = session.movedFrom.map((was, n): ArithmeticStep => ({
    step: 'sessionMoved',
    on: was,
    to: session.movedFrom[n + 1] ?? on,
    session: code,
    body: of,
  }));
  return end([from, ...cancelled, ...moved, { step: 'session', on, session: code, body: of }], on);
}

/**
 * When something happened or is due, as precisely as is known and no more: EDTF level 0 `YYYY`, `YYYY-MM`,
 * `YYYY-MM-DD` or an interval `from/to` of such. "2025-05" is the whole month: it is over when its last day is.
 */
import { isPossibleDate, lastDayOfMonth } from './calendar-date';

export type When = string;

const YEAR = /^[1-9]\d{3}$/;
const MONTH = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/;

const isSingle = (value: string): boolean => YEAR.test(value) || MONTH.test(value) || isPossibleDate(value);

export function isWhen(value: unknown): value is When {
  if (typeof value !== 'string') return false;
  const [from, to, ...rest] = value.split('/');
  if (rest.length > 0 || from === undefined || !isSingle(from)) return false;
  return to === undefined || (isSingle(to) && firstDay(from) <= lastDay(to));
}

/** First day that may be meant, `YYYY-MM-DD`. */
export function firstDay(when: When): string {
  const from = when.split('/')[0]!;
  if (YEAR.test(from)) return `${from}-01-01`;
  return MONTH.test(from) ? `${from}-01` : from;
}

/** Last day that may be meant, `YYYY-MM-DD`: what is due "in 2025-05" is missed when 31 May is over. */
export function lastDay(when: When): string {
  const to = when.split('/').at(-1)!;
  if (YEAR.test(to)) return `${to}-12-31`;
  return MONTH.test(to) ? lastDayOfMonth(to) : to;
}

/** True when the whole of `when` lies before the day `today`. */
export const isOver = (when: When, today: string): boolean => lastDay(when) < today;

/** Orders by first possible day, then by last. */
export const compareWhen = (a: When, b: When): number =>
  firstDay(a).localeCompare(firstDay(b)) || lastDay(a).localeCompare(lastDay(b));

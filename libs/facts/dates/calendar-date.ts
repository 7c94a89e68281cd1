/** Calendar dates as `YYYY-MM-DD` strings. No time zone, no clock: pure arithmetic in UTC. */

const DAY = 86_400_000;
/** From the year 1000 on: there is no year 0, and years of two digits are taken for those of the last century. */
const PATTERN = /^([1-9]\d{3})-(\d{2})-(\d{2})$/;

export function isPossibleDate(value: unknown): value is string {
  if (typeof value !== 'string' || !PATTERN.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

const toTime = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const fromTime = (time: number): string => new Date(time).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => fromTime(toTime(date) + days * DAY);

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((toTime(to) - toTime(from)) / DAY);

/** Last day of a month `YYYY-MM`. */
export const lastDayOfMonth = (month: string): string =>
  fromTime(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0));

/** From date to date, clamped to the end of a shorter month: 31 January + 1 month = 28 or 29 February (02 §4). */
export function addMonths(date: string, months: number): string {
  const target = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const month = `${String(Math.floor(target / 12)).padStart(4, '0')}-${String((target % 12) + 1).padStart(2, '0')}`;
  const last = lastDayOfMonth(month);
  const wanted = `${month}-${date.slice(8)}`;
  return wanted > last ? last : wanted;
}

import { parisDay } from '@fil/facts/dates/paris-day';
import { endOfDay, startOfDay } from './due-instant';

it.each([
  ['2026-01-15', '2026-01-15T23:00:00.000Z'],
  ['2026-07-15', '2026-07-15T22:00:00.000Z'],
  // The clocks go forward in the night of 28 to 29 March 2026, back in that of 24 to 25 October.
  ['2026-03-28', '2026-03-28T23:00:00.000Z'],
  ['2026-03-29', '2026-03-29T22:00:00.000Z'],
  ['2026-10-24', '2026-10-24T22:00:00.000Z'],
  ['2026-10-25', '2026-10-25T23:00:00.000Z'],
  ['2026-12-31', '2026-12-31T23:00:00.000Z'],
])('%s is over in Paris at %s', (day, instant) => {
  expect(endOfDay(day).toISOString()).toBe(instant);
  expect(parisDay(new Date(endOfDay(day).getTime() - 1))).toBe(day);
  expect(parisDay(endOfDay(day))).not.toBe(day);
  expect(parisDay(startOfDay(day))).toBe(day);
});

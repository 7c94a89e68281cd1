import Holidays from 'date-holidays';
import type { HolidayTerritory } from '../codes/holiday';
import { addDays } from './calendar-date';
import { easterSunday, holidayOn, holidaysOf } from './french-holidays';

/** What the package calls our territories. */
const STATES: readonly (readonly [HolidayTerritory, string | undefined])[] = [
  ['france', undefined],
  ['alsaceMoselle', '67'],
  ['guadeloupe', 'GP'],
  ['martinique', 'MQ'],
  ['guyane', 'GF'],
  ['reunion', 'RE'],
  ['mayotte', 'YT'],
  ['saintBarthelemy', 'BL'],
  ['saintMartin', 'MF'],
];

/** Where we follow the decree and the package does not: see docs/reference/deadlines.md. */
function asDecreed(territory: HolidayTerritory, days: Set<string>, year: number): void {
  if (territory === 'saintMartin') {
    if (!holidaysOf(year, 'france').has(`${year}-05-27`)) days.delete(`${year}-05-27`);
    days.add(`${year}-05-28`);
  }
  if (territory === 'guadeloupe' || territory === 'martinique') {
    days.delete(addDays(easterSunday(year), -2));
  }
}

describe('public holidays of France', () => {
  it.each(STATES)('are those of the package date-holidays from 1984 to 2100: %s', (territory, state) => {
    const library = state === undefined ? new Holidays('FR') : new Holidays('FR', state);
    for (let year = 1984; year <= 2100; year++) {
      const theirs = new Set(
        library
          .getHolidays(year)
          .filter(({ type }) => type === 'public')
          .map(({ date }) => date.slice(0, 10)),
      );
      asDecreed(territory, theirs, year);
      expect({ year, days: [...holidaysOf(year, territory).keys()].sort() }).toEqual({
        year,
        days: [...theirs].sort(),
      });
    }
  });

  it('has the Easter Mondays of the calendar', () => {
    expect([2024, 2025, 2026, 2027, 2038].map((year) => holidayOn(`${easterMonday(year)}`, 'france'))).toEqual(
      Array(5).fill('easterMonday'),
    );
    expect(easterSunday(2026)).toBe('2026-04-05');
    expect(easterSunday(2038)).toBe('2038-04-25');
  });
});

const easterMonday = (year: number): string =>
  ({ 2024: '2024-04-01', 2025: '2025-04-21', 2026: '2026-04-06', 2027: '2027-03-29', 2038: '2038-04-26' })[year]!;

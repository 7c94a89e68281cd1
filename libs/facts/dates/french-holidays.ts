/**
 * Public holidays of France. Code du travail, art. L3133-1 (the eleven of the whole country), L3134-13 (Alsace and
 * Moselle), L3422-2 and décret n° 83-1003 of 23 November 1983 as amended (abolition of slavery, overseas). Computed here
 * because facts import nothing; a test compares every year from 1984 to 2100 with the package `date-holidays`.
 */
import type { Holiday, HolidayTerritory } from '../codes/holiday';
import { addDays } from './calendar-date';

const FIXED: readonly (readonly [string, Holiday])[] = [
  ['01-01', 'newYear'],
  ['05-01', 'labourDay'],
  ['05-08', 'victoryDay'],
  ['07-14', 'nationalDay'],
  ['08-15', 'assumption'],
  ['11-01', 'allSaints'],
  ['11-11', 'armistice'],
  ['12-25', 'christmas'],
];
/** Days after Easter Sunday. */
const AFTER_EASTER: readonly (readonly [number, Holiday])[] = [
  [1, 'easterMonday'],
  [39, 'ascension'],
  [50, 'whitMonday'],
];
const ABOLITION: Partial<Record<HolidayTerritory, string>> = {
  mayotte: '04-27',
  martinique: '05-22',
  guadeloupe: '05-27',
  saintMartin: '05-28',
  guyane: '06-10',
  saintBarthelemy: '10-09',
  reunion: '12-20',
};

/** Easter Sunday of the Gregorian calendar, `YYYY-MM-DD`: the algorithm of Meeus, Jones and Butcher. */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  return addDays(`${String(year).padStart(4, '0')}-03-22`, moon + weekday - 7 * shift);
}

const KNOWN = new Map<string, ReadonlyMap<string, Holiday>>();

/** Holidays of a year by day. Two on one day (Ascension and Victory Day in 2008): the one with a date of its own. */
export function holidaysOf(year: number, territory: HolidayTerritory): ReadonlyMap<string, Holiday> {
  const key = `${year} ${territory}`;
  const known = KNOWN.get(key);
  if (known) return known;
  const easter = easterSunday(year);
  const inYear = (day: string): string => `${easter.slice(0, 4)}-${day}`;
  const days = new Map<string, Holiday>();
  const local = territory === 'alsaceMoselle';
  if (local) days.set(addDays(easter, -2), 'goodFriday').set(inYear('12-26'), 'saintStephen');
  for (const [after, holiday] of AFTER_EASTER) days.set(addDays(easter, after), holiday);
  const abolition = ABOLITION[territory];
  if (abolition) days.set(inYear(abolition), 'abolitionOfSlavery');
  for (const [day, holiday] of FIXED) days.set(inYear(day), holiday);
  KNOWN.set(key, days);
  return days;
}

export const holidayOn = (date: string, territory: HolidayTerritory): Holiday | null =>
  holidaysOf(Number(date.slice(0, 4)), territory).get(date) ?? null;

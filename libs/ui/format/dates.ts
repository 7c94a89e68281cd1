/** Dates as people write them: « 3 mars 2026 », « mars 2026 », « du 1er au 14 mars 2026 ». */
import type { When } from '@fil/facts/dates/when';
import type { Language } from '../language';
import { localeOf } from './numbers';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(date: Date, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = language + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(localeOf(language), options)));
  return found.format(date);
}

const utc = (value: string): Date => {
  const [year, month = 1, day = 1] = value.split('-').map(Number);
  return new Date(Date.UTC(year!, month - 1, day));
};
const precision = (value: string): 'year' | 'month' | 'day' =>
  value.length === 4 ? 'year' : value.length === 7 ? 'month' : 'day';

/** French writes the first of a month as an ordinal. */
const ordinalFirst = (written: string, language: Language): string =>
  language === 'fr' ? written.replace(/^1(?=\s)/u, '1er') : written;

type Part = 'day' | 'month' | 'year';
function single(value: string, language: Language, without: readonly Part[] = []): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC' };
  const least = precision(value);
  if (!without.includes('year')) options.year = 'numeric';
  if (least !== 'year' && !without.includes('month')) options.month = 'long';
  if (least === 'day') options.day = 'numeric';
  const written = format(utc(value), language, options);
  if (options.day && !options.month) return ordinalFirst(`${written} `, language).trimEnd();
  return ordinalFirst(written, language);
}

/** What the two ends of an interval share is written once. */
function interval(from: string, to: string, language: Language): string {
  if (from === to) return single(from, language);
  const kind = precision(from);
  const sameYear = from.slice(0, 4) === to.slice(0, 4) && kind !== 'year' && precision(to) === kind;
  const sameMonth = sameYear && kind === 'day' && from.slice(0, 7) === to.slice(0, 7);
  const start = single(from, language, sameMonth ? ['month', 'year'] : sameYear ? ['year'] : []);
  const end = single(to, language);
  if (language === 'en') return `${start} to ${end}`;
  if (kind === 'day') return `du ${start} au ${end}`;
  return /^[aeiouyâéèêô]/iu.test(start) ? `d’${start} à ${end}` : `de ${start} à ${end}`;
}

/** A date no more precise than it is known. */
export function formatWhen(when: When, language: Language): string {
  const [from, to] = when.split('/');
  return to === undefined ? single(from!, language) : interval(from!, to, language);
}

/** With the French article where a sentence needs one: « le 3 mars 2026 », « en mars 2026 », « du … au … ». */
export function formatOn(when: When, language: Language): string {
  const written = formatWhen(when, language);
  if (when.includes('/')) return language === 'fr' ? written : `from ${written}`;
  if (precision(when) === 'day') return language === 'fr' ? `le ${written}` : `on ${written}`;
  return language === 'fr' ? `en ${written}` : `in ${written}`;
}

/** « avant le 3 mars » needs the bare article: « le 3 mars 2026 », « mars 2026 », « la période du … au … ». */
export function formatFor(when: When, language: Language): string {
  const written = formatWhen(when, language);
  if (language === 'en') return written;
  if (when.includes('/')) return `la période ${written}`;
  return precision(when) === 'day' ? `le ${written}` : written;
}

/** Day and time in Paris of an instant. */
export function formatInstant(instant: string, language: Language): string {
  const date = new Date(instant);
  const day = ordinalFirst(format(date, language, { dateStyle: 'long', timeZone: 'Europe/Paris' }), language);
  const time = format(date, language, { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' });
  return language === 'fr' ? `${day} à ${time.replace(':', '\u00a0h\u00a0')}` : `${day} at ${time}`;
}

/** Value of `<time datetime>`; undefined for an interval, which HTML cannot write. */
export const machineDate = (when: When): string | undefined => (when.includes('/') ? undefined : when);

/** Moments as people read them, in Paris. */
import type { Label } from '@fil/facts/codes/label';

const options = { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Europe/Paris' } as const;
const FRENCH = new Intl.DateTimeFormat('fr-FR', options);
const ENGLISH = new Intl.DateTimeFormat('en-GB', options);

/** @param seconds since 1970 */
export function moment(seconds: number): Label {
  const date = new Date(seconds * 1000);
  // A witness may sign any number; a date ends in the year 275760.
  if (Number.isNaN(date.getTime())) return { fr: `la seconde ${seconds}`, en: `second ${seconds}` };
  return { fr: `${FRENCH.format(date)} (heure de Paris)`, en: `${ENGLISH.format(date)} (Paris time)` };
}

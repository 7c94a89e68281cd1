import { isPossibleDate } from '@fil/facts/dates/calendar-date';
import type { When } from '@fil/facts/dates/when';

/** One piece of the city's news on a project. */
export interface FollowUpNote {
  /** The date that stands above it; null when it has none. */
  readonly on: When | null;
  readonly text: string;
}

const MONTHS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];
const DAYS = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
/** A line that is a date and nothing else, such as « Vendredi 22 mai 2020 : », « Mars 2022 » or « 13/02/2019 ». */
const IN_WORDS = new RegExp(
  `^(?:(?:${DAYS})\\s+)?(?:(\\d{1,2}|1er)\\s+)?(${MONTHS.join('|')})\\s+(\\d{4})\\s*:?$`,
  'u',
);
const IN_FIGURES = /^(\d{2})\/(\d{2})\/(\d{4})\s*:?$/;

/**
 * The dated notes of a follow-up, each under its own heading, oldest first; what precedes the first heading, or all of
 * it when there is no heading, is a note without a date. A date inside a sentence dates no note.
 */
export function followUpNotes(followUp: string): readonly FollowUpNote[] {
  const notes: { on: When | null; lines: string[] }[] = [{ on: null, lines: [] }];
  for (const line of followUp.split('\n')) {
    const on = dateOnly(line);
    if (on) notes.push({ on, lines: [] });
    else notes.at(-1)!.lines.push(line);
  }
  return notes
    .map(({ on, lines }) => ({ on, text: lines.join('\n').trim() }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''));
}

function dateOnly(line: string): When | null {
  const plain = line.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const figures = IN_FIGURES.exec(plain);
  if (figures) return possible(`${figures[3]}-${figures[2]}-${figures[1]}`);
  const words = IN_WORDS.exec(plain);
  if (!words) return null;
  const month = `${words[3]}-${String(MONTHS.indexOf(words[2]!) + 1).padStart(2, '0')}`;
  if (words[1] === undefined) return month;
  return possible(`${month}-${(words[1] === '1er' ? '1' : words[1]).padStart(2, '0')}`);
}

const possible = (date: string): When | null => (isPossibleDate(date) ? date : null);

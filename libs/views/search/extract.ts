import type { Text } from '@fil/facts/kit/sealed-fields';
import { readable, type Opened } from '@fil/log/vault/vault';
import type { ExtractPiece } from './search.answer';

/** Marks that nobody writes: what is found stands between them. */
export const FOUND = '\u0002';
export const END = '\u0003';

const MARKS = /[\u0002\u0003]/g;
export const withoutMarks = (text: string): string => text.replaceAll(MARKS, '').replaceAll('\u0000', '');

/** The words to take an extract from: the text, else nothing. The first language given: French when there is French. */
export function wordsToShow(text: Opened<Text> | null): string {
  const read = readable(text ?? undefined);
  return read ? withoutMarks(read['fr'] ?? Object.values(read)[0] ?? '') : '';
}

export const HEADLINE_OPTIONS = `StartSel=${FOUND}, StopSel=${END}, MaxWords=36, MinWords=18, MaxFragments=1`;

export const piecesOf = (headline: string): ExtractPiece[] =>
  headline
    .split(FOUND)
    .flatMap((part, n) => {
      if (n === 0) return [{ text: part, found: false }];
      const [found = '', rest = ''] = part.split(END);
      return [
        { text: found, found: true },
        { text: rest, found: false },
      ];
    })
    .filter(({ text }) => text !== '');

const LONGEST_BEGINNING = 220;

/** The beginning, cut between two words. */
export function beginningOf(text: string): ExtractPiece[] {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  if (flat === '') return [];
  if (flat.length <= LONGEST_BEGINNING) return [{ text: flat, found: false }];
  const cut = flat.slice(0, LONGEST_BEGINNING);
  return [{ text: `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`, found: false }];
}

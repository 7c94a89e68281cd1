/**
 * The public number of a contribution: the index of its entry in the log, and a check letter. Short, unique in this
 * register, readable aloud: `259-G`, or `15260-N`.
 *
 * The check is the number modulo 23, as one of 23 letters (no I, L, O, which look like digits): it finds any single wrong
 * digit and any two neighbours exchanged, as 23 is a prime above 10. It is always a letter, so that it cannot be taken
 * for a digit.
 */
const CHECK = 'ABCDEFGHJKMNPQRSTUVWXYZ';

export const publicNumber = (index: number): string => `${index}-${CHECK[index % CHECK.length]!}`;

const DIGITS_FOR_LETTERS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/**
 * The index a typed number stands for, or null when it is none: spaces and case do not matter, nor O for 0 and I or L
 * for 1, nor whether a hyphen stands before the letter. A number typed without its letter is taken as it is; a wrong
 * letter is refused, and so is a digit in its place: `259-7` is not 2597.
 */
export function indexOfPublicNumber(typed: string): number | null {
  const compact = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s._]/gu, '')
    .replace(/^N[°ºO]?/, '')
    .replaceAll(/[OIL]/g, (letter) => DIGITS_FOR_LETTERS[letter]!);
  const match = /^(\d{1,15})(?:\p{Pd}?([A-HJKMNP-Z]))?$/u.exec(compact);
  if (!match) return null;
  const index = Number(match[1]);
  return match[2] === undefined || CHECK[index % CHECK.length] === match[2] ? index : null;
}

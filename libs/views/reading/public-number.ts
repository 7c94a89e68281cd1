/**
 * The public number of a contribution: the index of its entry in the log, and a check character. Short, unique in this
 * register, readable aloud: `259-7`, or `15260-R`.
 *
 * The check is Crockford's: the number modulo 37, written with his 32 letters and digits and `* ~ $ = U`. It finds any
 * single wrong digit and any two neighbours exchanged.
 */
const CHECK = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';
const MODULUS = 37;

export const publicNumber = (index: number): string => `${index}-${CHECK[index % MODULUS]!}`;

const LETTERS_FOR_DIGITS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/**
 * The index a typed number stands for, or null when it is none: spaces, hyphens and case do not matter, nor O for 0 and
 * I or L for 1. Without its check character a number is not accepted: the last digit would be taken for it.
 */
export function indexOfPublicNumber(typed: string): number | null {
  const compact = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}._]/gu, '')
    .replace(/^N[°ºO]?/, '')
    .replaceAll(/[OIL]/g, (letter) => LETTERS_FOR_DIGITS[letter]!);
  const match = /^(\d{1,15})([0-9A-HJKMNP-TV-Z*~$=U])$/.exec(compact);
  if (!match) return null;
  const index = Number(match[1]);
  return CHECK[index % MODULUS] === match[2] ? index : null;
}

/**
 * The number on a printed slip: `F412-017-V`. F for *fiche*, the index of the log entry that set its block apart, the
 * slip's place in the block, and a check letter as on a receipt (docs/decisions/0009): the number without its hyphens,
 * modulo 23. Never to be taken for a receipt's number, which begins with a digit.
 */
const CHECK = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const PLACES = 1000;

/** Most slips of one block: the place has three digits, from 001. */
export const MOST_SLIPS = PLACES - 1;

export interface Slip {
  /** Index of the entry `encounter.slipsAllocated`. */
  readonly block: number;
  /** From 1. */
  readonly place: number;
}

export const slipNumber = ({ block, place }: Slip): string =>
  `F${block}-${String(place).padStart(3, '0')}-${CHECK[(block * PLACES + place) % CHECK.length]!}`;

const DIGITS_FOR_LETTERS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/**
 * The slip a typed number stands for, or null when it is none: spaces, hyphens and case do not matter, nor O for 0 and I
 * or L for 1. A wrong check letter is refused; a missing one is not.
 */
export function slipOfNumber(typed: string): Slip | null {
  const compact = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s._\p{Pd}]/gu, '')
    .replace(/^N[°ºO]?(?=F)/, '')
    .replaceAll(/[OIL]/g, (letter) => DIGITS_FOR_LETTERS[letter]!);
  const match = /^F(\d{1,12})(\d{3})([A-HJKMNP-Z])?$/.exec(compact);
  if (!match) return null;
  const [block, place] = [Number(match[1]), Number(match[2])];
  if (place === 0) return null;
  return match[3] === undefined || CHECK[(block * PLACES + place) % CHECK.length] === match[3]
    ? { block, place }
    : null;
}

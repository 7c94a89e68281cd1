import { slipOfNumber } from '@fil/facts/numbers/slip-number';

/**
 * True for what may be the number of a receipt or of a printed slip as people type it: « 259-G », « n° 259 g », « 259G »,
 * « F412-017-V ». Whether there is one is for the register to say. Digits alone are words (« 2026 » may be a year), unless
 * « n° » stands before them.
 */
export const looksLikeNumber = (typed: string): boolean =>
  /\d/.test(typed) && (WITH_LETTER.test(typed) || ANNOUNCED.test(typed) || slipOfNumber(typed) !== null);

// O, I and L are typed for 0 and 1; the letter at the end is none of them.
const WITH_LETTER = /^\s*(?:n\s*[°ºo.]?\s*)?[0-9OIL][0-9OIL\s.]{0,20}\p{Pd}?\s*[ABCDEFGHJKMNPQRSTUVWXYZ]\s*$/iu;
const ANNOUNCED = /^\s*n\s*[°º.]\s*[0-9OIL][0-9OIL\s.]{0,20}$/iu;

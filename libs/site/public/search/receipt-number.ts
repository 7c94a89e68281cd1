/**
 * True for what may be the number of a receipt as people type it: « 259-7 », « n° 259 7 », « 2597 ». Whether there is
 * one is for the register to say.
 */
export const looksLikeNumber = (typed: string): boolean =>
  /^\s*(?:n\s*[°o.]?\s*)?[0-9OIL][0-9OIL\s.-]{0,20}[0-9A-Z*~$=]\s*$/iu.test(typed) && /\d/.test(typed);

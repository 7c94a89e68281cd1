import { isAbsent } from './absent-value';

export type MonthCell =
  | { readonly is: 'month'; readonly month: string }
  | { readonly is: 'absent' }
  /** A month nobody means, such as 2099-12: the source's way of saying that there is no date. */
  | { readonly is: 'farAway' }
  | { readonly is: 'unreadable' };

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
/** The first edition of the participatory budget was in 2014. */
const FIRST_YEAR = 2014;
/** Planned further ahead than any of its projects: a filler, not a plan. */
const LAST_YEAR = 2060;

/** A month stays a month: no day is made up for it. */
export function monthIn(cell: string): MonthCell {
  if (isAbsent(cell)) return { is: 'absent' };
  const match = MONTH.exec(cell.trim());
  if (!match) return { is: 'unreadable' };
  const year = Number(match[1]);
  if (year > LAST_YEAR) return { is: 'farAway' };
  return year < FIRST_YEAR ? { is: 'unreadable' } : { is: 'month', month: match[0] };
}

import type { AuthorityState } from './authority.state';

/**
 * Whether the day lies in a declared pre-election period (C. élect., art. L52-1), both ends included. Communication items,
 * highlights and political statements then wait; deposits, answers, deadlines and facts go on.
 *
 * @param day `YYYY-MM-DD`
 */
export const inPreElectionPeriod = ({ preElectionPeriods }: AuthorityState, day: string): boolean =>
  [...preElectionPeriods.values()].some(({ from, to }) => from <= day && day <= to);

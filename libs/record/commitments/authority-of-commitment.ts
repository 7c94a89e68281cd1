import { authority, type AuthorityState } from '../authority/authority.state';
import { fold, type Decider } from '../deciding/decider';
import type { DecisionTaker, Reads } from '../deciding/take-decision';
import { commitment } from './commitment.state';

const NONE: Decider<AuthorityState> = { ...authority, evolve: (state) => state };

/** The authority that made a commitment, for the rules that ask whether a function is hers. It never changes. */
export async function authorityOf(decisions: DecisionTaker, stream: string): Promise<Reads<AuthorityState>> {
  const state = fold(commitment, await decisions.load(stream));
  return state.exists ? { stream: state.authority, decider: authority } : { stream, decider: NONE };
}

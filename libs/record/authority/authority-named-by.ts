import { fold, type Decider } from '../deciding/decider';
import type { DecisionTaker, Reads } from '../deciding/take-decision';
import { authority, type AuthorityState } from './authority.state';

const NONE: Decider<AuthorityState> = { ...authority, evolve: (state) => state };

/**
 * The authority that an object names, for the rules that ask whether a function is hers. It is named once, when the object
 * begins, and never changes.
 */
export async function authorityNamedBy<S extends { readonly exists: boolean }>(
  decisions: DecisionTaker,
  stream: string,
  decider: Decider<S>,
): Promise<Reads<AuthorityState>> {
  const state = fold(decider, await decisions.load(stream)) as { readonly authority?: string };
  return state.authority === undefined ? { stream, decider: NONE } : { stream: state.authority, decider: authority };
}

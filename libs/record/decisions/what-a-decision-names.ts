/** What a decision names, for the rules that ask about it. It never changes. */
import { authority, type AuthorityState } from '../authority/authority.state';
import { fold, type Decider } from '../deciding/decider';
import type { DecisionTaker, Reads } from '../deciding/take-decision';
import { decision, type DecisionState } from './decision.state';

const NONE: Decider<AuthorityState> = { ...authority, evolve: (state) => state };

const stateOf = async (decisions: DecisionTaker, stream: string): Promise<DecisionState> =>
  fold(decision, await decisions.load(stream));

/** The authority that took it. */
export async function authorityOf(decisions: DecisionTaker, stream: string): Promise<Reads<AuthorityState>> {
  const state = await stateOf(decisions, stream);
  return state.exists ? { stream: state.authority, decider: authority } : { stream, decider: NONE };
}

/** The consultation it belongs to, where there is only one. */
export async function onlyConsultationOf(
  decisions: DecisionTaker,
  stream: string,
): Promise<`consultation-${string}` | undefined> {
  const state = await stateOf(decisions, stream);
  if (!state.exists || state.consultations.length !== 1) return undefined;
  return state.consultations[0] as `consultation-${string}`;
}

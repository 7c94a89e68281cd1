import { authority, type AuthorityState } from '../authority/authority.state';
import { consultation, type ConsultationState } from '../consultations/consultation.state';
import { fold, type Decider } from '../deciding/decider';
import type { DecisionTaker, Reads } from '../deciding/take-decision';
import { contribution } from './contribution.state';

/** The mandate under which somebody speaks, and the authority whose functions answer. */
export interface Mandate extends Record<string, unknown> {
  readonly consultation: ConsultationState;
  readonly authority: AuthorityState;
}

const NOBODY: Decider<AuthorityState> = { ...authority, evolve: (state) => state };

/** Where a mandate is read: the consultation, and its organiser, which never changes. */
export async function mandateOf(
  decisions: DecisionTaker,
  stream: string,
): Promise<{ consultation: Reads<ConsultationState>; authority: Reads<AuthorityState> }> {
  const opened = fold(consultation, await decisions.load(stream));
  return {
    consultation: { stream, decider: consultation },
    authority: opened.exists ? { stream: opened.organiser, decider: authority } : { stream, decider: NOBODY },
  };
}

/** The mandate of a contribution; of one that does not exist, nothing can be said. */
export async function mandateOfContribution(
  decisions: DecisionTaker,
  stream: string,
): Promise<{ consultation: Reads<ConsultationState>; authority: Reads<AuthorityState> }> {
  const state = fold(contribution, await decisions.load(stream));
  return mandateOf(decisions, state.exists ? state.consultation : stream);
}

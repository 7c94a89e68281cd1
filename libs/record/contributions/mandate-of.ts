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

/** Where a mandate is read: the consultation, its organiser, which never changes, and by their ids its addressees. */
export type MandateReads = { readonly [K in keyof Mandate]: Reads<Mandate[K]> };

export async function mandateOf(decisions: DecisionTaker, stream: string): Promise<MandateReads> {
  const opened = fold(consultation, await decisions.load(stream));
  if (!opened.exists)
    return { consultation: { stream, decider: consultation }, authority: { stream, decider: NOBODY } };
  const others = opened.addressees.filter((one) => one.authority !== opened.organiser);
  return {
    ...Object.fromEntries(others.map((one) => [one.authority, { stream: one.authority, decider: authority }])),
    consultation: { stream, decider: consultation },
    authority: { stream: opened.organiser, decider: authority },
  };
}

/** The mandate of a contribution; of one that does not exist, nothing can be said. */
export async function mandateOfContribution(decisions: DecisionTaker, stream: string): Promise<MandateReads> {
  const state = fold(contribution, await decisions.load(stream));
  return mandateOf(decisions, state.exists ? state.consultation : stream);
}

/** The bodies and functions that may answer: those of the organiser, and of the authorities that were asked or joined. */
export function answering({ authority: organiser, consultation: asked, ...seen }: Mandate): AuthorityState {
  const others = (asked.exists ? asked.addressees : []).flatMap(
    (one) => (seen[one.authority] as AuthorityState | undefined) ?? [],
  );
  // Where two have one code, it is the organiser's.
  const all = [...others, organiser];
  return {
    ...organiser,
    bodies: new Map(all.flatMap(({ bodies }) => [...bodies])),
    functions: new Map(all.flatMap(({ functions }) => [...functions])),
  };
}

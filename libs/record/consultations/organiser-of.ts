import { authority, type AuthorityState } from '../authority/authority.state';
import { fold, type Decider } from '../deciding/decider';
import type { DecisionTaker, Reads } from '../deciding/take-decision';
import { consultation } from './consultation.state';

const NOBODY: Decider<AuthorityState> = { ...authority, evolve: (state) => state };

/** Where a consultation's organiser is read: it never changes. */
export async function organiserOf(decisions: DecisionTaker, stream: string): Promise<Reads<AuthorityState>> {
  const opened = fold(consultation, await decisions.load(stream));
  return opened.exists ? { stream: opened.organiser, decider: authority } : { stream, decider: NOBODY };
}

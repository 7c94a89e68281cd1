import { DECISION_STANDING_LABELS } from '@fil/facts/codes/decision';
import { decisionStanding } from '@fil/facts/figures/decision-facts';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { RegisteredDecision } from './decision.state';

/** An answer or a commitment made today does not rest on a decision that is annulled as a whole, or repealed. */
export function restsOnNothing(decision: RegisteredDecision, rule: string): Refusal | null {
  const standing = decisionStanding(decision);
  if (standing !== 'annulled' && standing !== 'repealed') return null;
  const { fr, en } = DECISION_STANDING_LABELS[standing];
  return refuse(
    rule,
    {
      fr: `La décision citée ne tient plus (« ${fr} ») : rien de nouveau ne peut s’appuyer sur elle. Citez l’acte qui la remplace.`,
      en: `The decision named no longer stands ("${en}"): nothing new can rest on it. Name the act that replaces it.`,
    },
    { field: 'decision' },
  );
}

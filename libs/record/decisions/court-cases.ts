/** Rules on the challenges to a decision. A case has a code of its own; its docket number leads to names and is sealed. */
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { CourtCase } from '@fil/facts/figures/decision-facts';
import type { RegisteredDecision } from './decision.state';

export const caseOf = ({ cases }: RegisteredDecision, code: string): CourtCase | undefined =>
  cases.find((one) => one.case === code);

export const unknownCase = (state: RegisteredDecision, code: string): Refusal | null =>
  caseOf(state, code)
    ? null
    : refuse(
        'decision.unknownCase',
        {
          fr: `Aucun recours « ${code} » n’est inscrit contre cette décision : inscrivez-le d’abord.`,
          en: `No case "${code}" is recorded against this decision: record the challenge first.`,
        },
        { field: 'case' },
      );

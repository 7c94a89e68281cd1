import { CONTRIBUTION_KIND_LABELS, type ContributionKind } from '@fil/facts/codes/contribution';
import { outcomeRow } from '@fil/facts/codes/outcome';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { AnswerInput } from '../answer-input';

/** Some outcomes answer only some kinds of contribution: a question is answered, a proposal is not. */
export function notForThisKind(
  { outcome }: Pick<AnswerInput, 'outcome'>,
  kinds: readonly ContributionKind[],
): Refusal | null {
  const { only, label } = outcomeRow(outcome);
  if (!only || kinds.every((kind) => only.includes(kind))) return null;
  const admitted = only as readonly ContributionKind[];
  const names = (language: 'fr' | 'en'): string =>
    admitted.map((one) => CONTRIBUTION_KIND_LABELS[one][language]).join(', ');
  return refuse(
    'outcome.notForThisKind',
    {
      fr: `La suite « ${label.fr} » ne se donne qu’à une contribution de nature : ${names('fr')}.`,
      en: `The outcome "${label.en}" is given only to a contribution of kind: ${names('en')}.`,
    },
    { field: 'outcome' },
  );
}

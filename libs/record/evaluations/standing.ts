/** What several rules of evaluations ask first. */
import type { Criterion, CriterionAnswer } from '@fil/facts/figures/evaluation-results';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { notInItsName } from '../deciding/acting-for';
import type { OpenedEvaluation } from './evaluation.state';

export const missingEvaluation = (): Refusal =>
  refuse(
    'evaluation.missing',
    { fr: 'Cette évaluation n’existe pas.', en: 'There is no such evaluation.' },
    { kind: 'notFound' },
  );

/** The authority evaluated does not conduct its own evaluation. */
export const notItsFacilitator = (state: OpenedEvaluation, actor: Actor): Refusal | null =>
  notInItsName('evaluation.notItsFacilitator', actor, {
    role: 'facilitator',
    body: state.facilitator,
    called: { fr: 'de qui anime cette évaluation', en: 'whoever facilitates this evaluation' },
  });

/** A scale is answered by a mark, a choice by one of its choices. */
export function wrongAnswer(criteria: readonly Criterion[], answer: CriterionAnswer, field: string): Refusal | null {
  const criterion = criteria.find(({ id }) => id === answer.criterion);
  if (!criterion) {
    return refuse(
      'criterion.unknown',
      {
        fr: `Le critère « ${answer.criterion} » n’est pas de cette évaluation.`,
        en: `The criterion "${answer.criterion}" is not one of this evaluation.`,
      },
      { field },
    );
  }
  const fits =
    criterion.form === 'scale'
      ? answer.mark !== undefined && answer.choice === undefined
      : answer.mark === undefined && (criterion.choices ?? []).includes(answer.choice ?? '');
  if (fits) return null;
  const expected =
    criterion.form === 'scale'
      ? { fr: 'par une note de 1 à 5 (« mark »)', en: 'by a mark from 1 to 5 ("mark")' }
      : {
          fr: `par un choix (« choice ») parmi : ${(criterion.choices ?? []).join(', ')}`,
          en: `by a choice ("choice") among: ${(criterion.choices ?? []).join(', ')}`,
        };
  return refuse(
    'criterion.wrongAnswer',
    {
      fr: `Le critère « ${criterion.id} » s’apprécie ${expected.fr}.`,
      en: `The criterion "${criterion.id}" is answered ${expected.en}.`,
    },
    { field },
  );
}

import { responseGiven } from '@fil/facts/events/evaluation.events';
import type { RESPONSE_ACCESSES } from '@fil/facts/codes/oversight';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { EvaluationResponseState } from '../evaluation-response.state';
import type { EvaluationState, OpenedEvaluation } from '../evaluation.state';
import { missingEvaluation, wrongAnswer } from '../standing';
import type { GiveResponseInput } from './give-response.command';

export interface SeenWhenResponding {
  readonly evaluation: EvaluationState;
  readonly access: (typeof RESPONSE_ACCESSES)[number];
}

/** @param evaluation id of the evaluation. Who answers was let in before. */
export function decideResponse(
  state: EvaluationResponseState,
  evaluation: `evaluation-${string}`,
  { answers, comment }: Pick<GiveResponseInput, 'answers' | 'comment'>,
  seen: SeenWhenResponding,
  { today }: DecidingContext,
): Decided {
  if (!seen.evaluation.exists) return missingEvaluation();
  return (
    givenBefore(state) ??
    outsideTheWindow(seen.evaluation, today) ??
    wrongAnswers(seen.evaluation, answers) ?? [
      eventFrom(responseGiven, { evaluation, access: seen.access, answers, comment }),
    ]
  );
}

const givenBefore = ({ given }: EvaluationResponseState): Refusal | null =>
  given
    ? refuse(
        'response.given',
        {
          fr: 'Il a déjà été répondu à cette évaluation avec cette clé ou cette invitation : chacun répond une fois.',
          en: 'This evaluation has already been answered with this key or invitation: everybody answers once.',
        },
        { kind: 'conflict' },
      )
    : null;

const outsideTheWindow = ({ from, to, closedAt }: OpenedEvaluation, today: string): Refusal | null =>
  closedAt === null && from <= today && today <= to
    ? null
    : refuse(
        'response.outsideTheWindow',
        {
          fr: `Les réponses à cette évaluation se donnent du ${from} au ${to}${closedAt === null ? '' : ' ; elle est déjà close'}.`,
          en: `This evaluation is answered from ${from} to ${to}${closedAt === null ? '' : '; it is already closed'}.`,
        },
        { kind: 'conflict' },
      );

function wrongAnswers({ criteria }: OpenedEvaluation, answers: GiveResponseInput['answers']): Refusal | null {
  const named = new Set(answers.map(({ criterion }) => criterion));
  if (answers.length === 0 || named.size < answers.length) {
    return refuse(
      'response.answers',
      {
        fr: 'Répondez à un critère au moins, et à chacun une fois.',
        en: 'Answer one criterion at least, and each of them once.',
      },
      { field: 'answers' },
    );
  }
  for (const answer of answers) {
    const wrong = wrongAnswer(criteria, answer, 'answers');
    if (wrong) return wrong;
  }
  return null;
}

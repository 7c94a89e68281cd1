import { panelScoreGiven } from '@fil/facts/events/evaluation.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { EvaluationState, OpenedEvaluation } from '../evaluation.state';
import { missingEvaluation, notItsFacilitator, wrongAnswer } from '../standing';
import type { GivePanelScoreInput } from './give-panel-score.command';

export function decidePanelScore(
  state: EvaluationState,
  command: GivePanelScoreInput,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingEvaluation();
  return (
    notItsFacilitator(state, actor) ??
    publishedAlready(state) ??
    wrongAnswer(state.criteria, command, 'criterion') ??
    scoredBefore(state, command) ??
    notYetHappened('evaluation.toCome', command.occurredOn, today) ?? [eventFrom(panelScoreGiven, command)]
  );
}

const publishedAlready = ({ published }: OpenedEvaluation): Refusal | null =>
  published
    ? refuse(
        'evaluation.published',
        { fr: 'Les résultats de cette évaluation sont publiés.', en: 'The results of this evaluation are published.' },
        { kind: 'conflict' },
      )
    : null;

const scoredBefore = ({ scored }: OpenedEvaluation, { criterion }: GivePanelScoreInput): Refusal | null =>
  scored.has(criterion)
    ? refuse(
        'panelScore.given',
        {
          fr: `Le panel s’est déjà prononcé sur le critère « ${criterion} ».`,
          en: `The panel has already answered the criterion "${criterion}".`,
        },
        { kind: 'conflict', field: 'criterion' },
      )
    : null;

import { evaluationClosed } from '@fil/facts/events/evaluation.events';
import type { Actor } from '@fil/facts/kit/actor';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { EvaluationState, OpenedEvaluation } from '../evaluation.state';
import { missingEvaluation, notItsFacilitator } from '../standing';
import type { CloseEvaluationInput } from './close-evaluation.command';

export function decideClosing(
  state: EvaluationState,
  command: CloseEvaluationInput,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingEvaluation();
  return (
    notItsFacilitator(state, actor) ??
    closedBefore(state) ??
    early(state, command, today) ?? [eventFrom(evaluationClosed, command)]
  );
}

const closedBefore = ({ closedAt }: OpenedEvaluation): Refusal | null =>
  closedAt === null
    ? null
    : refuse(
        'evaluation.closed',
        { fr: 'Cette évaluation est déjà close.', en: 'This evaluation is already closed.' },
        { kind: 'conflict' },
      );

/** Whoever was told a last day may count on it. */
const early = ({ to }: OpenedEvaluation, { reason }: CloseEvaluationInput, today: string): Refusal | null =>
  to < today || reason
    ? null
    : refuse(
        'evaluation.closedEarly',
        {
          fr: `Les réponses étaient annoncées jusqu’au ${to} inclus : dites pourquoi elles sont closes avant.`,
          en: `Answers were announced until ${to}, that day included: say why they are closed before.`,
        },
        { field: 'reason' },
      );

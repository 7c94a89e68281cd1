import { z } from 'zod';
import { evaluationClosed } from '@fil/facts/events/evaluation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs } from '../../deciding/input-kinds';

export const closeEvaluationInput = z.strictObject({
  ...inputs(evaluationClosed.sealed),
});
export type CloseEvaluationInput = z.infer<typeof closeEvaluationInput>;

/** By the facilitator. */
export class CloseEvaluation {
  constructor(
    readonly evaluation: ObjectId<'evaluation'>,
    readonly input: CloseEvaluationInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { evaluationOpened } from '@fil/facts/events/evaluation.events';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs } from '../../deciding/input-kinds';

export const openEvaluationInput = z.strictObject({
  ...inputs(evaluationOpened.facts),
  ...inputs(evaluationOpened.sealed),
  /** Absent: the consultation that is evaluated, or none. */
  consultations: input(evaluationOpened.facts.consultations).optional(),
});
export type OpenEvaluationInput = z.infer<typeof openEvaluationInput>;

export class OpenEvaluation {
  constructor(
    readonly input: OpenEvaluationInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { evaluationPublished } from '@fil/facts/events/evaluation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs } from '../../deciding/input-kinds';

const { responses, results } = evaluationPublished.facts;

export const publishResultsInput = z.strictObject({
  ...inputs(evaluationPublished.sealed),
  /** What the facilitator computed: published only if the register finds the same. */
  responses: input(responses).optional(),
  results: input(results).optional(),
});
export type PublishResultsInput = z.infer<typeof publishResultsInput>;

/** By the facilitator. */
export class PublishResults {
  constructor(
    readonly evaluation: ObjectId<'evaluation'>,
    readonly input: PublishResultsInput,
    readonly requested: RequestedBy,
  ) {}
}

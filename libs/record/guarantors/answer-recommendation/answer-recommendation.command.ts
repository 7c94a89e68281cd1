import { z } from 'zod';
import { recommendationAnswered } from '@fil/facts/events/guarantor.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const answerRecommendationInput = z
  .strictObject({
    ...inputs(recommendationAnswered.facts),
    ...inputs(recommendationAnswered.sealed),
    occurredOn: occurredOnInput,
  })
  .omit({ supplements: true });
export type AnswerRecommendationInput = z.infer<typeof answerRecommendationInput>;

/** By the authority. */
export class AnswerRecommendation {
  constructor(
    readonly guarantor: ObjectId<'guarantor'>,
    readonly input: AnswerRecommendationInput,
    readonly requested: RequestedBy,
  ) {}
}

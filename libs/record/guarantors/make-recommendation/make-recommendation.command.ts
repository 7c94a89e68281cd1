import { z } from 'zod';
import { recommendationMade } from '@fil/facts/events/guarantor.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const makeRecommendationInput = z.strictObject({
  ...inputs(recommendationMade.facts),
  ...inputs(recommendationMade.sealed),
  occurredOn: occurredOnInput,
});
export type MakeRecommendationInput = z.infer<typeof makeRecommendationInput>;

/** By the guarantor. */
export class MakeRecommendation {
  constructor(
    readonly guarantor: ObjectId<'guarantor'>,
    readonly input: MakeRecommendationInput,
    readonly requested: RequestedBy,
  ) {}
}

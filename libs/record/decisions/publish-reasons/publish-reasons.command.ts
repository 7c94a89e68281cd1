import { z } from 'zod';
import { decisionReasonsPublished } from '@fil/facts/events/decision.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const publishReasonsInput = z.strictObject({
  ...inputs(decisionReasonsPublished.facts),
  ...inputs(decisionReasonsPublished.sealed),
  /** The day they were published. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type PublishReasonsInput = z.infer<typeof publishReasonsInput>;

export class PublishReasons {
  constructor(
    readonly decision: ObjectId<'decision'>,
    readonly input: PublishReasonsInput,
    readonly requested: RequestedBy,
  ) {}
}

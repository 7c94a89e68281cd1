import { z } from 'zod';
import { rulesPublished } from '@fil/facts/events/consultation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const publishRulesInput = z.strictObject({
  // The version follows from those there are.
  ...inputs(rulesPublished.sealed),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type PublishRulesInput = z.infer<typeof publishRulesInput>;

export class PublishRules {
  constructor(
    readonly consultation: ObjectId<'consultation'>,
    readonly input: PublishRulesInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { contributionAcknowledged } from '@fil/facts/events/words.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const acknowledgeInput = z.strictObject({
  ...inputs(contributionAcknowledged.facts),
  occurredOn: occurredOnInput,
});
export type AcknowledgeInput = z.infer<typeof acknowledgeInput>;

export class AcknowledgeContribution {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: AcknowledgeInput,
    readonly requested: RequestedBy,
  ) {}
}

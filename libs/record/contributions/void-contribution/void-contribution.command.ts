import { z } from 'zod';
import { contributionVoided } from '@fil/facts/events/contribution.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const voidContributionInput = z.strictObject({
  ...inputs(contributionVoided.facts),
  ...inputs(contributionVoided.sealed),
  occurredOn: occurredOnInput,
});
export type VoidContributionInput = z.infer<typeof voidContributionInput>;

export class VoidContribution {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: VoidContributionInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, occurredOnInput } from '../../deciding/input-kinds';

export const admitContributionInput = z.strictObject({
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type AdmitContributionInput = z.infer<typeof admitContributionInput>;

export class AdmitContribution {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: AdmitContributionInput,
    readonly requested: RequestedBy,
  ) {}
}

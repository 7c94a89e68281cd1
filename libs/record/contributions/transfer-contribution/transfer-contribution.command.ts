import { z } from 'zod';
import { contributionTransferred } from '@fil/facts/events/contribution.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import { siret } from '@fil/facts/kit/fact-fields';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const transferContributionInput = z.strictObject({
  ...inputs(contributionTransferred.facts),
  ...inputs(contributionTransferred.sealed),
  authoritySiret: input(siret).optional(),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type TransferContributionInput = z.infer<typeof transferContributionInput>;

export class TransferContribution {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: TransferContributionInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { opinionOfGuarantorGiven } from '@fil/facts/events/guarantor.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const giveGuarantorOpinionInput = z.strictObject({
  ...inputs(opinionOfGuarantorGiven.facts),
  ...inputs(opinionOfGuarantorGiven.sealed),
  occurredOn: occurredOnInput,
});
export type GiveGuarantorOpinionInput = z.infer<typeof giveGuarantorOpinionInput>;

/** By the guarantor. */
export class GiveGuarantorOpinion {
  constructor(
    readonly guarantor: ObjectId<'guarantor'>,
    readonly input: GiveGuarantorOpinionInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { guarantorWithdrew } from '@fil/facts/events/guarantor.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const withdrawGuarantorInput = z.strictObject({
  ...inputs(guarantorWithdrew.facts),
  ...inputs(guarantorWithdrew.sealed),
  occurredOn: occurredOnInput,
});
export type WithdrawGuarantorInput = z.infer<typeof withdrawGuarantorInput>;

/** By the guarantor. */
export class WithdrawGuarantor {
  constructor(
    readonly guarantor: ObjectId<'guarantor'>,
    readonly input: WithdrawGuarantorInput,
    readonly requested: RequestedBy,
  ) {}
}

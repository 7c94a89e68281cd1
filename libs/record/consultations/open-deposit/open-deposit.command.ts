import { z } from 'zod';
import { depositOpened } from '@fil/facts/events/consultation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const openDepositInput = z.strictObject({
  ...inputs(depositOpened.facts),
  /** The first day of the deposit. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type OpenDepositInput = z.infer<typeof openDepositInput>;

export class OpenDeposit {
  constructor(
    readonly consultation: ObjectId<'consultation'>,
    readonly input: OpenDepositInput,
    readonly requested: RequestedBy,
  ) {}
}

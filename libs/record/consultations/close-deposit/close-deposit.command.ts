import { z } from 'zod';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, occurredOnInput } from '../../deciding/input-kinds';

export const closeDepositInput = z.strictObject({
  /** The last day of the deposit. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type CloseDepositInput = z.infer<typeof closeDepositInput>;

export class CloseDeposit {
  constructor(
    readonly consultation: ObjectId<'consultation'>,
    readonly input: CloseDepositInput,
    readonly requested: RequestedBy,
  ) {}
}

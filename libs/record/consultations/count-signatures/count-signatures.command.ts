import { z } from 'zod';
import { signaturesCounted } from '@fil/facts/events/consultation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const countSignaturesInput = z.strictObject({
  ...inputs(signaturesCounted.facts),
  ...inputs(signaturesCounted.sealed),
  enteredInError: input(COMMON_FACTS.enteredInError),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type CountSignaturesInput = z.infer<typeof countSignaturesInput>;

export class CountSignatures {
  constructor(
    readonly consultation: ObjectId<'consultation'>,
    readonly input: CountSignaturesInput,
    readonly requested: RequestedBy,
  ) {}
}

import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import type { ReplyToSuspensionInput } from '../../passages/reply-to-suspension';

/** By the guarantor. */
export class ReplyToGuarantorSuspension {
  constructor(
    readonly guarantor: ObjectId<'guarantor'>,
    readonly input: ReplyToSuspensionInput,
    readonly requested: RequestedBy,
  ) {}
}

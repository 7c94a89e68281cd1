import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import type { SuspendPassageInput } from '../../passages/suspend-passage';

/** By the authority, who hosts the text. */
export class SuspendGuarantorPassage {
  constructor(
    readonly guarantor: ObjectId<'guarantor'>,
    readonly input: SuspendPassageInput,
    readonly requested: RequestedBy,
  ) {}
}

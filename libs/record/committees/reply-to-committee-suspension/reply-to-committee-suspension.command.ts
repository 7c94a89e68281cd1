import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import type { ReplyToSuspensionInput } from '../../passages/reply-to-suspension';

/** By the committee. */
export class ReplyToCommitteeSuspension {
  constructor(
    readonly committee: ObjectId<'committee'>,
    readonly input: ReplyToSuspensionInput,
    readonly requested: RequestedBy,
  ) {}
}

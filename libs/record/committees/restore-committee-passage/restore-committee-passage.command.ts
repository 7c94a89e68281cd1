import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import type { RestorePassageInput } from '../../passages/restore-passage';

/** By the authority. */
export class RestoreCommitteePassage {
  constructor(
    readonly committee: ObjectId<'committee'>,
    readonly input: RestorePassageInput,
    readonly requested: RequestedBy,
  ) {}
}

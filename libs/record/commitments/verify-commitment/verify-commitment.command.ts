import { z } from 'zod';
import { verifiedByCommittee } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const verifyCommitmentInput = z.strictObject({
  ...inputs(verifiedByCommittee.facts),
  /** The day the committee said so. */
  occurredOn: occurredOnInput,
});
export type VerifyCommitmentInput = z.infer<typeof verifyCommitmentInput>;

export class VerifyCommitment {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: VerifyCommitmentInput,
    readonly requested: RequestedBy,
  ) {}
}

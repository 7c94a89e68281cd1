import { z } from 'zod';
import { commitmentReassigned } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const reassignCommitmentInput = z.strictObject({
  ...inputs(commitmentReassigned.facts),
  ...inputs(commitmentReassigned.sealed),
  /** The day it was decided. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ReassignCommitmentInput = z.infer<typeof reassignCommitmentInput>;

export class ReassignCommitment {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: ReassignCommitmentInput,
    readonly requested: RequestedBy,
  ) {}
}

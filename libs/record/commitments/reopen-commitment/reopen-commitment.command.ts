import { z } from 'zod';
import { commitmentReopened } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const reopenCommitmentInput = z.strictObject({
  ...inputs(commitmentReopened.facts),
  ...inputs(commitmentReopened.sealed),
  /** The day it was decided. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ReopenCommitmentInput = z.infer<typeof reopenCommitmentInput>;

export class ReopenCommitment {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: ReopenCommitmentInput,
    readonly requested: RequestedBy,
  ) {}
}

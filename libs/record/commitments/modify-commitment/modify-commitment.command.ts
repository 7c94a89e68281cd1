import { z } from 'zod';
import { commitmentModified } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const modifyCommitmentInput = z.strictObject({
  ...inputs(commitmentModified.facts),
  ...inputs(commitmentModified.sealed),
  /** The day it was decided. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ModifyCommitmentInput = z.infer<typeof modifyCommitmentInput>;

export class ModifyCommitment {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: ModifyCommitmentInput,
    readonly requested: RequestedBy,
  ) {}
}

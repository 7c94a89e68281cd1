import { z } from 'zod';
import { commitmentSuspended } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const suspendCommitmentInput = z.strictObject({
  ...inputs(commitmentSuspended.facts),
  ...inputs(commitmentSuspended.sealed),
  /** The day it was suspended. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type SuspendCommitmentInput = z.infer<typeof suspendCommitmentInput>;

export class SuspendCommitment {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: SuspendCommitmentInput,
    readonly requested: RequestedBy,
  ) {}
}

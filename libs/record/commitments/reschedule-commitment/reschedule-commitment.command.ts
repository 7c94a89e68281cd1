import { z } from 'zod';
import { commitmentRescheduled } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const rescheduleCommitmentInput = z.strictObject({
  ...inputs(commitmentRescheduled.facts),
  ...inputs(commitmentRescheduled.sealed),
  /** The day it was decided. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type RescheduleCommitmentInput = z.infer<typeof rescheduleCommitmentInput>;

export class RescheduleCommitment {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: RescheduleCommitmentInput,
    readonly requested: RequestedBy,
  ) {}
}

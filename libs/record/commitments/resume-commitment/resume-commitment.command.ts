import { z } from 'zod';
import { commitmentResumed } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const resumeCommitmentInput = z.strictObject({
  ...inputs(commitmentResumed.facts),
  ...inputs(commitmentResumed.sealed),
  /** The day it resumed. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ResumeCommitmentInput = z.infer<typeof resumeCommitmentInput>;

export class ResumeCommitment {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: ResumeCommitmentInput,
    readonly requested: RequestedBy,
  ) {}
}

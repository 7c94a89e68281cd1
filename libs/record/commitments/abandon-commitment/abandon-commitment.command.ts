import { z } from 'zod';
import { commitmentAbandoned } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const abandonCommitmentInput = z.strictObject({
  ...inputs(commitmentAbandoned.facts),
  ...inputs(commitmentAbandoned.sealed),
  reasons: input(commitmentAbandoned.facts.reasons).default([]),
  /** The day it was decided. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type AbandonCommitmentInput = z.infer<typeof abandonCommitmentInput>;

export class AbandonCommitment {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: AbandonCommitmentInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { commitmentConfirmed } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

/** Which mandate it is follows from the authority's stream. */
const { mandate: _, ...facts } = inputs(commitmentConfirmed.facts);

export const confirmCommitmentInput = z.strictObject({
  ...facts,
  ...inputs(commitmentConfirmed.sealed),
  /** The day it was decided. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ConfirmCommitmentInput = z.infer<typeof confirmCommitmentInput>;

export class ConfirmCommitment {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: ConfirmCommitmentInput,
    readonly requested: RequestedBy,
  ) {}
}

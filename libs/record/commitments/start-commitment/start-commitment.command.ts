import { z } from 'zod';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, occurredOnInput } from '../../deciding/input-kinds';

export const startCommitmentInput = z.strictObject({
  /** The day the work began. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type StartCommitmentInput = z.infer<typeof startCommitmentInput>;

export class StartCommitment {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: StartCommitmentInput,
    readonly requested: RequestedBy,
  ) {}
}

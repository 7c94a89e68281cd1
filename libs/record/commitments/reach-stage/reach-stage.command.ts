import { z } from 'zod';
import { stageReached } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const reachStageInput = z.strictObject({
  ...inputs(stageReached.facts),
  /** The day it was reached. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ReachStageInput = z.infer<typeof reachStageInput>;

export class ReachStage {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: ReachStageInput,
    readonly requested: RequestedBy,
  ) {}
}

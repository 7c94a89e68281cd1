import { z } from 'zod';
import { stageLost } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const loseStageInput = z.strictObject({
  ...inputs(stageLost.facts),
  ...inputs(stageLost.sealed),
  /** The day it went back. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type LoseStageInput = z.infer<typeof loseStageInput>;

export class LoseStage {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: LoseStageInput,
    readonly requested: RequestedBy,
  ) {}
}

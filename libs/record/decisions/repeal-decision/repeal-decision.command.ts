import { z } from 'zod';
import { decisionRepealed } from '@fil/facts/events/decision.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const repealDecisionInput = z.strictObject({
  ...inputs(decisionRepealed.facts),
  ...inputs(decisionRepealed.sealed),
  /** The day it was repealed. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type RepealDecisionInput = z.infer<typeof repealDecisionInput>;

export class RepealDecision {
  constructor(
    readonly decision: ObjectId<'decision'>,
    readonly input: RepealDecisionInput,
    readonly requested: RequestedBy,
  ) {}
}

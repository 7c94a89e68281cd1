import { z } from 'zod';
import { decisionAmended } from '@fil/facts/events/decision.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const amendDecisionInput = z.strictObject({
  ...inputs(decisionAmended.facts),
  ...inputs(decisionAmended.sealed),
  /** The day the amending act was taken. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type AmendDecisionInput = z.infer<typeof amendDecisionInput>;

export class AmendDecision {
  constructor(
    readonly decision: ObjectId<'decision'>,
    readonly input: AmendDecisionInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { decisionAnnulled } from '@fil/facts/events/decision.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const annulDecisionInput = z.strictObject({
  ...inputs(decisionAnnulled.facts),
  ...inputs(decisionAnnulled.sealed),
  /** The day it was annulled. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type AnnulDecisionInput = z.infer<typeof annulDecisionInput>;

export class AnnulDecision {
  constructor(
    readonly decision: ObjectId<'decision'>,
    readonly input: AnnulDecisionInput,
    readonly requested: RequestedBy,
  ) {}
}

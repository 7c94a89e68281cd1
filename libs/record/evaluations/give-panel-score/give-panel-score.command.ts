import { z } from 'zod';
import { panelScoreGiven } from '@fil/facts/events/evaluation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const givePanelScoreInput = z.strictObject({
  ...inputs(panelScoreGiven.facts),
  ...inputs(panelScoreGiven.sealed),
  evidence: input(panelScoreGiven.facts.evidence).default([]),
  occurredOn: occurredOnInput,
});
export type GivePanelScoreInput = z.infer<typeof givePanelScoreInput>;

/** By the facilitator, for the panel. */
export class GivePanelScore {
  constructor(
    readonly evaluation: ObjectId<'evaluation'>,
    readonly input: GivePanelScoreInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { decisionStepTaken } from '@fil/facts/events/decision.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

/** Whether the declared path has the step is read from the consultation. */
const { ofPath: _, ...facts } = inputs(decisionStepTaken.facts);

export const takeStepInput = z.strictObject({
  ...facts,
  ...inputs(decisionStepTaken.sealed),
  /** The day the body met. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type TakeStepInput = z.infer<typeof takeStepInput>;

export class TakeStep {
  constructor(
    readonly decision: ObjectId<'decision'>,
    readonly input: TakeStepInput,
    readonly requested: RequestedBy,
  ) {}
}

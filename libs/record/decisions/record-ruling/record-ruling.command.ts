import { z } from 'zod';
import { decisionCourtRuled } from '@fil/facts/events/decision.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const recordRulingInput = z.strictObject({
  ...inputs(decisionCourtRuled.facts),
  ...inputs(decisionCourtRuled.sealed),
  /** The day of the ruling. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type RecordRulingInput = z.infer<typeof recordRulingInput>;

export class RecordRuling {
  constructor(
    readonly decision: ObjectId<'decision'>,
    readonly input: RecordRulingInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { decisionSuspendedByCourt } from '@fil/facts/events/decision.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const suspendByCourtInput = z.strictObject({
  ...inputs(decisionSuspendedByCourt.facts),
  ...inputs(decisionSuspendedByCourt.sealed),
  /** The day of the order. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type SuspendByCourtInput = z.infer<typeof suspendByCourtInput>;

export class SuspendByCourt {
  constructor(
    readonly decision: ObjectId<'decision'>,
    readonly input: SuspendByCourtInput,
    readonly requested: RequestedBy,
  ) {}
}

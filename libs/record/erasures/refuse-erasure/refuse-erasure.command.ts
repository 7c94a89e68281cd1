import { z } from 'zod';
import { erasureRefused } from '@fil/facts/events/erasure.events';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const refuseErasureInput = z.strictObject({
  ...inputs(erasureRefused.facts),
  ...inputs(erasureRefused.sealed),
  occurredOn: occurredOnInput,
});
export type RefuseErasureInput = z.infer<typeof refuseErasureInput>;

/** What was asked for is not erased, and why. */
export class RefuseErasure {
  constructor(
    readonly input: RefuseErasureInput,
    readonly requested: RequestedBy,
  ) {}
}

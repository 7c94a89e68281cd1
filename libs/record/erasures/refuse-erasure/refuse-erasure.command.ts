import { z } from 'zod';
import { erasureRefused } from '@fil/facts/events/erasure.events';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';
import { requestInput } from '../answered-request';

export const refuseErasureInput = z.strictObject({
  ...inputs(erasureRefused.facts),
  ...inputs(erasureRefused.sealed),
  occurredOn: occurredOnInput,
  request: requestInput,
});
export type RefuseErasureInput = z.infer<typeof refuseErasureInput>;

/** What was asked for is not erased, and why. */
export class RefuseErasure {
  constructor(
    readonly input: RefuseErasureInput,
    readonly requested: RequestedBy,
  ) {}
}

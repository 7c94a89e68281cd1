import { z } from 'zod';
import { erasureOrdered } from '@fil/facts/events/erasure.events';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs } from '../../deciding/input-kinds';
import { requestInput } from '../answered-request';

export const orderErasureInput = z.strictObject({
  ...inputs(erasureOrdered.facts),
  ...inputs(erasureOrdered.sealed),
  /** With `wholeSubject` the person's own fields are listed by the register. */
  fields: input(erasureOrdered.facts.fields).default([]),
  wholeSubject: input(erasureOrdered.facts.wholeSubject).default(false),
  request: requestInput,
});
export type OrderErasureInput = z.infer<typeof orderErasureInput>;

export class OrderErasure {
  constructor(
    readonly input: OrderErasureInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { deadlineWaived } from '@fil/facts/events/deadline.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';
import { whichInput } from '../which-deadline';

export const waiveDeadlineInput = z.strictObject({
  ...whichInput,
  ground: input(deadlineWaived.facts.ground),
  ...inputs(deadlineWaived.sealed),
  /** The day it was decided. */
  occurredOn: occurredOnInput,
});
export type WaiveDeadlineInput = z.infer<typeof waiveDeadlineInput>;

export class WaiveDeadline {
  constructor(
    readonly deadline: ObjectId<'deadline'>,
    readonly input: WaiveDeadlineInput,
    readonly requested: RequestedBy,
  ) {}
}

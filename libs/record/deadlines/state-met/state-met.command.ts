import { z } from 'zod';
import { deadlineMet } from '@fil/facts/events/deadline.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';
import { whichInput } from '../which-deadline';

export const stateMetInput = z.strictObject({
  ...whichInput,
  ...inputs(deadlineMet.sealed),
  /** The day it was produced. */
  occurredOn: occurredOnInput,
});
export type StateMetInput = z.infer<typeof stateMetInput>;

export class StateMet {
  constructor(
    readonly deadline: ObjectId<'deadline'>,
    readonly input: StateMetInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { deadlineMissedInError } from '@fil/facts/events/deadline.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs } from '../../deciding/input-kinds';

const { missed, oversight, overlooked, objects } = deadlineMissedInError.facts;

export const declareMissedInErrorInput = z.strictObject({
  missed: input(missed),
  oversight: input(oversight),
  overlooked: input(overlooked),
  objects: input(objects),
  ...inputs(deadlineMissedInError.sealed),
});
export type DeclareMissedInErrorInput = z.infer<typeof declareMissedInErrorInput>;

export class DeclareMissedInError {
  constructor(
    readonly deadline: ObjectId<'deadline'>,
    readonly input: DeclareMissedInErrorInput,
    readonly requested: RequestedBy,
  ) {}
}

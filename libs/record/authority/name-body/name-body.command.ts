import { z } from 'zod';
import { bodyNamed } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const nameBodyInput = z.strictObject({
  ...inputs(bodyNamed.facts),
  ...inputs(bodyNamed.sealed),
  /** The day it was created. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type NameBodyInput = z.infer<typeof nameBodyInput>;

export class NameBody {
  constructor(
    readonly authority: ObjectId<'authority'>,
    readonly input: NameBodyInput,
    readonly requested: RequestedBy,
  ) {}
}

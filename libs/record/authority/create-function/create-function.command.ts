import { z } from 'zod';
import { functionCreated } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const createFunctionInput = z.strictObject({
  ...inputs(functionCreated.facts),
  ...inputs(functionCreated.sealed),
  /** The day it was created. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type CreateFunctionInput = z.infer<typeof createFunctionInput>;

export class CreateFunction {
  constructor(
    readonly authority: ObjectId<'authority'>,
    readonly input: CreateFunctionInput,
    readonly requested: RequestedBy,
  ) {}
}

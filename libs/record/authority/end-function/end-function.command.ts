import { z } from 'zod';
import { functionEnded } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const endFunctionInput = z.strictObject({
  successor: input(functionEnded.facts.successor),
  ...inputs(functionEnded.sealed),
  /** The day it ended. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type EndFunctionInput = z.infer<typeof endFunctionInput>;

export class EndFunction {
  constructor(
    readonly authority: ObjectId<'authority'>,
    /** Code of the function, from the address. */
    readonly code: string,
    readonly input: EndFunctionInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { mandateBegan } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const beginMandateInput = z.strictObject({
  ...inputs(mandateBegan.facts),
  ...inputs(mandateBegan.sealed),
  /** The day it was announced. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type BeginMandateInput = z.infer<typeof beginMandateInput>;

export class BeginMandate {
  constructor(
    readonly authority: ObjectId<'authority'>,
    readonly input: BeginMandateInput,
    readonly requested: RequestedBy,
  ) {}
}

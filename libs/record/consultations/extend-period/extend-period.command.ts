import { z } from 'zod';
import { periodExtended } from '@fil/facts/events/consultation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const extendPeriodInput = z.strictObject({
  until: input(periodExtended.facts.until),
  ...inputs(periodExtended.sealed),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ExtendPeriodInput = z.infer<typeof extendPeriodInput>;

export class ExtendPeriod {
  constructor(
    readonly consultation: ObjectId<'consultation'>,
    readonly input: ExtendPeriodInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { publicsNotReachedStated } from '@fil/facts/events/consultation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const statePublicsNotReachedInput = z.strictObject({
  ...inputs(publicsNotReachedStated.facts),
  ...inputs(publicsNotReachedStated.sealed),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type StatePublicsNotReachedInput = z.infer<typeof statePublicsNotReachedInput>;

export class StatePublicsNotReached {
  constructor(
    readonly consultation: ObjectId<'consultation'>,
    readonly input: StatePublicsNotReachedInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { restitutionHeld } from '@fil/facts/events/encounter.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const holdRestitutionInput = z.strictObject({
  ...inputs(restitutionHeld.facts),
  ...inputs(restitutionHeld.sealed),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type HoldRestitutionInput = z.infer<typeof holdRestitutionInput>;

export class HoldRestitution {
  constructor(
    readonly encounter: ObjectId<'encounter'>,
    readonly input: HoldRestitutionInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { encounterHeld } from '@fil/facts/events/encounter.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const holdEncounterInput = z.strictObject({
  ...inputs(encounterHeld.facts),
  ...inputs(encounterHeld.sealed),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type HoldEncounterInput = z.infer<typeof holdEncounterInput>;

export class HoldEncounter {
  constructor(
    readonly encounter: ObjectId<'encounter'>,
    readonly input: HoldEncounterInput,
    readonly requested: RequestedBy,
  ) {}
}

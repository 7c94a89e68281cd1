import { z } from 'zod';
import { encounterCancelled } from '@fil/facts/events/encounter.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const cancelEncounterInput = z.strictObject({
  ...inputs(encounterCancelled.sealed),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type CancelEncounterInput = z.infer<typeof cancelEncounterInput>;

export class CancelEncounter {
  constructor(
    readonly encounter: ObjectId<'encounter'>,
    readonly input: CancelEncounterInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { encounterPostponed } from '@fil/facts/events/encounter.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const postponeEncounterInput = z.strictObject({
  ...inputs(encounterPostponed.facts),
  ...inputs(encounterPostponed.sealed),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type PostponeEncounterInput = z.infer<typeof postponeEncounterInput>;

export class PostponeEncounter {
  constructor(
    readonly encounter: ObjectId<'encounter'>,
    readonly input: PostponeEncounterInput,
    readonly requested: RequestedBy,
  ) {}
}

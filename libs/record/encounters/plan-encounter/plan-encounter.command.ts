import { z } from 'zod';
import { encounterPlanned } from '@fil/facts/events/encounter.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

// Questions are counted here.
const { questionCount: _count, ...facts } = inputs(encounterPlanned.facts);

export const planEncounterInput = z.strictObject({
  ...facts,
  ...inputs(encounterPlanned.sealed),
  /** The day it was announced, when that is not today. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type PlanEncounterInput = z.infer<typeof planEncounterInput>;

export class PlanEncounter {
  constructor(
    readonly input: PlanEncounterInput,
    readonly requested: RequestedBy,
  ) {}
}

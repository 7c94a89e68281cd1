import { z } from 'zod';
import { territoryAdded } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const addTerritoryInput = z.strictObject({
  ...inputs(territoryAdded.facts),
  ...inputs(territoryAdded.sealed),
  /** The day it began to be used. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type AddTerritoryInput = z.infer<typeof addTerritoryInput>;

export class AddTerritory {
  constructor(
    readonly authority: ObjectId<'authority'>,
    readonly input: AddTerritoryInput,
    readonly requested: RequestedBy,
  ) {}
}

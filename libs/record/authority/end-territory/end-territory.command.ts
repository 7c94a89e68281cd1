import { z } from 'zod';
import { territoryEnded } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const endTerritoryInput = z.strictObject({
  successor: input(territoryEnded.facts.successor),
  ...inputs(territoryEnded.sealed),
  /** The day it ceased to be used. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type EndTerritoryInput = z.infer<typeof endTerritoryInput>;

export class EndTerritory {
  constructor(
    readonly authority: ObjectId<'authority'>,
    /** Code of the territory, from the address. */
    readonly code: string,
    readonly input: EndTerritoryInput,
    readonly requested: RequestedBy,
  ) {}
}

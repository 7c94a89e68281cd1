import { z } from 'zod';
import { disclosureAuthorisationGiven } from '@fil/facts/events/moderation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

const { consultations, themes, territories } = disclosureAuthorisationGiven.facts;

export const giveDisclosureAuthorisationInput = z.strictObject({
  ...inputs(disclosureAuthorisationGiven.facts),
  ...inputs(disclosureAuthorisationGiven.sealed),
  consultations: input(consultations).default([]),
  themes: input(themes).default([]),
  territories: input(territories).default([]),
  /** The day it was decided. */
  occurredOn: occurredOnInput,
});
export type GiveDisclosureAuthorisationInput = z.infer<typeof giveDisclosureAuthorisationInput>;

export class GiveDisclosureAuthorisation {
  constructor(
    readonly authority: ObjectId<'authority'>,
    readonly input: GiveDisclosureAuthorisationInput,
    readonly requested: RequestedBy,
  ) {}
}

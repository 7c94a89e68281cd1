import { z } from 'zod';
import { disclosureAuthorisationEnded } from '@fil/facts/events/moderation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const endDisclosureAuthorisationInput = z.strictObject({
  decidedBy: input(disclosureAuthorisationEnded.facts.decidedBy),
  ...inputs(disclosureAuthorisationEnded.sealed),
  occurredOn: occurredOnInput,
});
export type EndDisclosureAuthorisationInput = z.infer<typeof endDisclosureAuthorisationInput>;

export class EndDisclosureAuthorisation {
  constructor(
    readonly authority: ObjectId<'authority'>,
    /** Code of the authorisation, from the address. */
    readonly code: string,
    readonly input: EndDisclosureAuthorisationInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { disclosureAuthorised } from '@fil/facts/events/moderation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { localCode } from '@fil/facts/kit/fact-fields';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const authoriseDisclosureInput = z.strictObject({
  decidedBy: input(disclosureAuthorised.facts.decidedBy),
  /** Code of a standing authorisation of the authority that holds the consultation. */
  authorisation: input(localCode).optional(),
  ...inputs(disclosureAuthorised.sealed),
  occurredOn: occurredOnInput,
});
export type AuthoriseDisclosureInput = z.infer<typeof authoriseDisclosureInput>;

export class AuthoriseDisclosure {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: AuthoriseDisclosureInput,
    readonly requested: RequestedBy,
  ) {}
}

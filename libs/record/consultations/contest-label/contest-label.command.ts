import { z } from 'zod';
import { labelContested } from '@fil/facts/events/consultation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { ref } from '@fil/facts/kit/fact-fields';
import { contributionAuthorKey } from '../../contributions/contribution-author';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

const said = {
  document: input(labelContested.facts.document),
  ...inputs(labelContested.sealed),
  occurredOn: occurredOnInput,
};

export const contestLabelInput = z.strictObject(said);
export const contestLabelAsAuthorInput = z.strictObject({
  ...said,
  contribution: input(ref('contribution')),
  authorKey: contributionAuthorKey,
});
export type ContestLabelInput = z.infer<typeof contestLabelInput>;
export type ContestLabelAsAuthorInput = z.infer<typeof contestLabelAsAuthorInput>;

/** By a guarantor, a member of a committee, or an author with the key of a contribution. */
export class ContestLabel {
  constructor(
    readonly consultation: ObjectId<'consultation'>,
    readonly input: ContestLabelInput,
    readonly requested: RequestedBy,
    readonly author?: { readonly contribution: string; readonly authorKey: string },
  ) {}
}

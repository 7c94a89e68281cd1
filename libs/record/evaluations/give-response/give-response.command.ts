import { z } from 'zod';
import { responseGiven } from '@fil/facts/events/evaluation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { ref } from '@fil/facts/kit/fact-fields';
import { contributionAuthorKey } from '../../contributions/contribution-author';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs } from '../../deciding/input-kinds';
import { secretLettersInput } from '../../deciding/secret-letters';

export const giveResponseInput = z.strictObject({
  answers: input(responseGiven.facts.answers),
  ...inputs(responseGiven.sealed),
  /** The contribution of whoever answers with an author's key. */
  contribution: input(ref('contribution')).optional(),
  authorKey: contributionAuthorKey.optional(),
  /** Of whoever was invited. */
  invitation: secretLettersInput('invitation').optional(),
});
export type GiveResponseInput = z.infer<typeof giveResponseInput>;

/** By a contributor, with the author's key, or by whoever was invited. */
export class GiveResponse {
  constructor(
    readonly evaluation: ObjectId<'evaluation'>,
    readonly input: GiveResponseInput,
    readonly requested: RequestedBy,
  ) {}
}

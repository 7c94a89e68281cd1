import { z } from 'zod';
import { contributionContested } from '@fil/facts/events/contribution.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { ref } from '@fil/facts/kit/fact-fields';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';
import { authorKeyInput } from '../author-key/author-key';

export const contestInput = z.strictObject({
  ...inputs(contributionContested.facts),
  ...inputs(contributionContested.sealed),
  /** The commitment whose declared end is contested. */
  commitment: input(ref('commitment')).optional(),
  occurredOn: occurredOnInput,
  authorKey: authorKeyInput,
});
export type ContestInput = z.infer<typeof contestInput>;

/** By the author, with her key. */
export class ContestContribution {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: ContestInput,
    readonly requested: RequestedBy,
  ) {}
}

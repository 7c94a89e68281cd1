import { z } from 'zod';
import { followedUp } from '@fil/facts/events/words.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';
import { authorKeyInput } from '../author-key/author-key';

// The declaration is the last one.
const { declared: _declared, ...facts } = inputs(followedUp.facts);

export const followUpInput = z.strictObject({
  ...facts,
  ...inputs(followedUp.sealed),
  occurredOn: occurredOnInput,
  authorKey: authorKeyInput,
});
export type FollowUpInput = z.infer<typeof followUpInput>;

/** By the author, with her key. */
export class FollowUp {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: FollowUpInput,
    readonly requested: RequestedBy,
  ) {}
}

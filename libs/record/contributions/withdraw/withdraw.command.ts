import { z } from 'zod';
import { contributionWithdrawn } from '@fil/facts/events/contribution.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';
import { authorKeyInput } from '../author-key/author-key';

export const withdrawInput = z.strictObject({
  ...inputs(contributionWithdrawn.sealed),
  occurredOn: occurredOnInput,
  authorKey: authorKeyInput,
});
export type WithdrawInput = z.infer<typeof withdrawInput>;

/** By the author, with her key. */
export class WithdrawContribution {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: WithdrawInput,
    readonly requested: RequestedBy,
  ) {}
}

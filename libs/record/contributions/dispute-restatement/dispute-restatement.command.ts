import { z } from 'zod';
import { restatementDisputed } from '@fil/facts/events/words.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';
import { authorKeyInput } from '../author-key/author-key';

export const disputeRestatementInput = z.strictObject({
  ...inputs(restatementDisputed.facts),
  ...inputs(restatementDisputed.sealed),
  occurredOn: occurredOnInput,
  authorKey: authorKeyInput,
});
export type DisputeRestatementInput = z.infer<typeof disputeRestatementInput>;

/** By the author, with her key. */
export class DisputeRestatement {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: DisputeRestatementInput,
    readonly requested: RequestedBy,
  ) {}
}

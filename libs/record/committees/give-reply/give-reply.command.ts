import { z } from 'zod';
import { replyGiven } from '@fil/facts/events/committee.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const giveReplyInput = z
  .strictObject({ ...inputs(replyGiven.facts), ...inputs(replyGiven.sealed), occurredOn: occurredOnInput })
  .omit({ supplements: true });
export type GiveReplyInput = z.infer<typeof giveReplyInput>;

/** By the authority: its right of reply. */
export class GiveReply {
  constructor(
    readonly committee: ObjectId<'committee'>,
    readonly input: GiveReplyInput,
    readonly requested: RequestedBy,
  ) {}
}

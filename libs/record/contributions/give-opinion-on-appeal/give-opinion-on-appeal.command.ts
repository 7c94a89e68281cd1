import { z } from 'zod';
import { guarantorOpinionGiven } from '@fil/facts/events/moderation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const giveOpinionOnAppealInput = z.strictObject({
  ...inputs(guarantorOpinionGiven.facts),
  ...inputs(guarantorOpinionGiven.sealed),
  occurredOn: occurredOnInput,
});
export type GiveOpinionOnAppealInput = z.infer<typeof giveOpinionOnAppealInput>;

export class GiveOpinionOnAppeal {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: GiveOpinionOnAppealInput,
    readonly requested: RequestedBy,
  ) {}
}

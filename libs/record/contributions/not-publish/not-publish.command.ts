import { z } from 'zod';
import { contributionNotPublished } from '@fil/facts/events/moderation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

// Computed here.
const { appealBy: _appealBy, ...facts } = inputs(contributionNotPublished.facts);

export const notPublishInput = z.strictObject({
  ...facts,
  ...inputs(contributionNotPublished.sealed),
  occurredOn: occurredOnInput,
});
export type NotPublishInput = z.infer<typeof notPublishInput>;

export class NotPublish {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: NotPublishInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { contributionsDetached } from '@fil/facts/events/synthesis.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';
import { membersInput } from '../members-input';

export const detachContributionsInput = z.strictObject({
  ...inputs(contributionsDetached.sealed),
  members: membersInput,
  occurredOn: occurredOnInput,
  assisted: input(COMMON_FACTS.assisted),
});
export type DetachContributionsInput = z.infer<typeof detachContributionsInput>;

export class DetachContributions {
  constructor(
    readonly id: ObjectId<'synthesis'>,
    readonly input: DetachContributionsInput,
    readonly requested: RequestedBy,
  ) {}
}

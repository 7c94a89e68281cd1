import { z } from 'zod';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, occurredOnInput } from '../../deciding/input-kinds';
import { membersInput } from '../members-input';

export const attachContributionsInput = z.strictObject({
  members: membersInput,
  occurredOn: occurredOnInput,
  assisted: input(COMMON_FACTS.assisted),
  takenOver: input(COMMON_FACTS.takenOver),
});
export type AttachContributionsInput = z.infer<typeof attachContributionsInput>;

export class AttachContributions {
  constructor(
    readonly id: ObjectId<'synthesis'>,
    readonly input: AttachContributionsInput,
    readonly requested: RequestedBy,
  ) {}
}

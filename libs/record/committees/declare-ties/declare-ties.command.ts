import { z } from 'zod';
import { memberTiesDeclared } from '@fil/facts/events/committee.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const declareTiesInput = z.strictObject({
  ...inputs(memberTiesDeclared.facts),
  ...inputs(memberTiesDeclared.sealed),
  occurredOn: occurredOnInput,
});
export type DeclareTiesInput = z.infer<typeof declareTiesInput>;

/** By the committee. */
export class DeclareTies {
  constructor(
    readonly committee: ObjectId<'committee'>,
    readonly input: DeclareTiesInput,
    readonly requested: RequestedBy,
  ) {}
}

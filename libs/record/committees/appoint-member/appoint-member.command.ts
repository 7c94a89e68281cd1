import { z } from 'zod';
import { memberAppointed } from '@fil/facts/events/committee.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const appointMemberInput = z.strictObject({
  ...inputs(memberAppointed.facts),
  ...inputs(memberAppointed.sealed),
  occurredOn: occurredOnInput,
});
export type AppointMemberInput = z.infer<typeof appointMemberInput>;

export class AppointMember {
  constructor(
    readonly committee: ObjectId<'committee'>,
    readonly input: AppointMemberInput,
    readonly requested: RequestedBy,
  ) {}
}

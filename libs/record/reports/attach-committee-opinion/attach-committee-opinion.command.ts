import { z } from 'zod';
import { committeeOpinionAttached } from '@fil/facts/events/report.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const attachCommitteeOpinionInput = z.strictObject({
  ...inputs(committeeOpinionAttached.facts),
  ...inputs(committeeOpinionAttached.sealed),
  occurredOn: occurredOnInput,
});
export type AttachCommitteeOpinionInput = z.infer<typeof attachCommitteeOpinionInput>;

export class AttachCommitteeOpinion {
  constructor(
    readonly report: ObjectId<'report'>,
    readonly input: AttachCommitteeOpinionInput,
    readonly requested: RequestedBy,
  ) {}
}

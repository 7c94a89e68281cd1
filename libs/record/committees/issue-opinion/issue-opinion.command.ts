import { z } from 'zod';
import { opinionIssued } from '@fil/facts/events/committee.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const issueOpinionInput = z.strictObject({
  ...inputs(opinionIssued.facts),
  ...inputs(opinionIssued.sealed),
  occurredOn: occurredOnInput,
});
export type IssueOpinionInput = z.infer<typeof issueOpinionInput>;

/** By the committee. */
export class IssueOpinion {
  constructor(
    readonly committee: ObjectId<'committee'>,
    readonly input: IssueOpinionInput,
    readonly requested: RequestedBy,
  ) {}
}

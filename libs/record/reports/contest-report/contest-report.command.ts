import { z } from 'zod';
import { reportContested } from '@fil/facts/events/report.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { ref } from '@fil/facts/kit/fact-fields';
import { contributionAuthorKey } from '../../contributions/contribution-author';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const contestReportInput = z.strictObject({
  contribution: input(ref('contribution')),
  chapter: input(reportContested.facts.chapter),
  ...inputs(reportContested.sealed),
  occurredOn: occurredOnInput,
  authorKey: contributionAuthorKey,
});
export type ContestReportInput = z.infer<typeof contestReportInput>;

/** By the author of a contribution, with her key. */
export class ContestReport {
  constructor(
    readonly report: ObjectId<'report'>,
    readonly input: ContestReportInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { reportContested } from '@fil/facts/events/report.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { ref } from '@fil/facts/kit/fact-fields';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const contestReportAsOverseerInput = z.strictObject({
  /** The guarantor or the committee that contests. */
  overseer: input(ref('guarantor', 'committee')),
  chapter: input(reportContested.facts.chapter),
  ...inputs(reportContested.sealed),
  occurredOn: occurredOnInput,
});
export type ContestReportAsOverseerInput = z.infer<typeof contestReportAsOverseerInput>;

/** By a guarantor or a committee, in its own name. */
export class ContestReportAsOverseer {
  constructor(
    readonly report: ObjectId<'report'>,
    readonly input: ContestReportAsOverseerInput,
    readonly requested: RequestedBy,
  ) {}
}

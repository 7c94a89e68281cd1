import { z } from 'zod';
import { reportCorrected, reportPublished } from '@fil/facts/events/report.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const correctReportInput = z.strictObject({
  parts: input(reportCorrected.facts.parts),
  ...inputs(reportCorrected.sealed),
  /** With the part `figures`: the size they are drawn from now, and the hash of the data that were read. */
  size: input(reportPublished.facts.size).optional(),
  dataSha256: input(reportPublished.facts.dataSha256).optional(),
  occurredOn: occurredOnInput,
  release: input(COMMON_FACTS.release),
});
export type CorrectReportInput = z.infer<typeof correctReportInput>;

export class CorrectReport {
  constructor(
    readonly report: ObjectId<'report'>,
    readonly input: CorrectReportInput,
    readonly requested: RequestedBy,
  ) {}
}

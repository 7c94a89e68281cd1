import { z } from 'zod';
import { reportPublished } from '@fil/facts/events/report.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import { ref, eventId } from '@fil/facts/kit/fact-fields';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

const { authority, scope, consultations, size, dataSha256 } = reportPublished.facts;

export const publishReportInput = z.strictObject({
  ...inputs({ authority, scope, size }),
  consultations: input(consultations).default([]),
  /** The hash that the draft had when it was read. */
  dataSha256: input(dataSha256),
  ...inputs(reportPublished.sealed),
  /** Texts of guarantors and committees, attached as they were written. */
  opinions: z
    .array(z.strictObject({ by: input(ref('guarantor', 'committee')), event: input(eventId) }))
    .max(20)
    .default([]),
  occurredOn: occurredOnInput,
  release: input(COMMON_FACTS.release),
});
export type PublishReportInput = z.infer<typeof publishReportInput>;

export class PublishReport {
  constructor(
    readonly input: PublishReportInput,
    readonly requested: RequestedBy,
  ) {}
}

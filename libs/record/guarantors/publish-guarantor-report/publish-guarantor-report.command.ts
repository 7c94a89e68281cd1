import { z } from 'zod';
import { guarantorReportPublished } from '@fil/facts/events/guarantor.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const publishGuarantorReportInput = z.strictObject({
  ...inputs(guarantorReportPublished.facts),
  ...inputs(guarantorReportPublished.sealed),
  occurredOn: occurredOnInput,
});
export type PublishGuarantorReportInput = z.infer<typeof publishGuarantorReportInput>;

/** By the guarantor. */
export class PublishGuarantorReport {
  constructor(
    readonly guarantor: ObjectId<'guarantor'>,
    readonly input: PublishGuarantorReportInput,
    readonly requested: RequestedBy,
  ) {}
}

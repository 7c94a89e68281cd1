import { z } from 'zod';
import { guarantorOpinionAttached } from '@fil/facts/events/report.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const attachGuarantorOpinionInput = z.strictObject({
  ...inputs(guarantorOpinionAttached.facts),
  ...inputs(guarantorOpinionAttached.sealed),
  occurredOn: occurredOnInput,
});
export type AttachGuarantorOpinionInput = z.infer<typeof attachGuarantorOpinionInput>;

export class AttachGuarantorOpinion {
  constructor(
    readonly report: ObjectId<'report'>,
    readonly input: AttachGuarantorOpinionInput,
    readonly requested: RequestedBy,
  ) {}
}

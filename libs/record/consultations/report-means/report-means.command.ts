import { z } from 'zod';
import { meansReported } from '@fil/facts/events/consultation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const reportMeansInput = z.strictObject({
  ...inputs(meansReported.facts),
  ...inputs(meansReported.sealed),
  enteredInError: input(COMMON_FACTS.enteredInError),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ReportMeansInput = z.infer<typeof reportMeansInput>;

export class ReportMeans {
  constructor(
    readonly consultation: ObjectId<'consultation'>,
    readonly input: ReportMeansInput,
    readonly requested: RequestedBy,
  ) {}
}

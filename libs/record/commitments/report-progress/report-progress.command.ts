import { z } from 'zod';
import { progressReported } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const reportProgressInput = z.strictObject({
  ...inputs(progressReported.facts),
  ...inputs(progressReported.sealed),
  /** Counted when it is not given. */
  evidenceCount: input(progressReported.facts.evidenceCount).optional(),
  /** The day to which the report refers. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ReportProgressInput = z.infer<typeof reportProgressInput>;

export class ReportProgress {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: ReportProgressInput,
    readonly requested: RequestedBy,
  ) {}
}

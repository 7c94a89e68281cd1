import { z } from 'zod';
import { sampleAssessed } from '@fil/facts/events/committee.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

const { sample, ...ofItem } = sampleAssessed.facts;

/** Each item becomes an event of its own. */
export const assessSampleInput = z.strictObject({
  sample: input(sample),
  items: z
    .array(z.strictObject({ ...inputs(ofItem), ...inputs(sampleAssessed.sealed) }))
    .min(1)
    .max(50),
  occurredOn: occurredOnInput,
});
export type AssessSampleInput = z.infer<typeof assessSampleInput>;

/** By the committee. */
export class AssessSample {
  constructor(
    readonly committee: ObjectId<'committee'>,
    readonly input: AssessSampleInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { divergenceRecorded, MOST_POSITIONS } from '@fil/facts/events/synthesis.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, occurredOnInput, textInput } from '../../deciding/input-kinds';

export const recordDivergenceInput = z.strictObject({
  kind: input(divergenceRecorded.facts.kind),
  subject: input(divergenceRecorded.sealed.subject),
  /** Two at least of a divergence, one of a dissenting view. */
  positions: z.array(textInput).min(1).max(MOST_POSITIONS),
  /** Members of the synthesis, each with the number of its position from 1. */
  holders: input(divergenceRecorded.facts.holders),
  occurredOn: occurredOnInput,
  assisted: input(COMMON_FACTS.assisted),
  takenOver: input(COMMON_FACTS.takenOver),
});
export type RecordDivergenceInput = z.infer<typeof recordDivergenceInput>;

export class RecordDivergence {
  constructor(
    readonly id: ObjectId<'synthesis'>,
    readonly input: RecordDivergenceInput,
    readonly requested: RequestedBy,
  ) {}
}

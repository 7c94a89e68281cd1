import { z } from 'zod';
import { factRecorded } from '@fil/facts/events/consultation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

// Sources are counted here.
const { sourceCount: _count, ...facts } = inputs(factRecorded.facts);

export const recordFactInput = z.strictObject({
  ...facts,
  ...inputs(factRecorded.sealed),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type RecordFactInput = z.infer<typeof recordFactInput>;

export class RecordFact {
  constructor(
    readonly consultation: ObjectId<'consultation'>,
    readonly input: RecordFactInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { contributionTranscribed } from '@fil/facts/events/words.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

// Counted and seen here.
const { illegible: _illegible, titled: _titled, ...facts } = inputs(contributionTranscribed.facts);

export const transcribeInput = z.strictObject({
  ...facts,
  ...inputs(contributionTranscribed.sealed),
  occurredOn: occurredOnInput,
  assisted: input(COMMON_FACTS.assisted),
});
export type TranscribeInput = z.infer<typeof transcribeInput>;

export class TranscribeContribution {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: TranscribeInput,
    readonly requested: RequestedBy,
  ) {}
}

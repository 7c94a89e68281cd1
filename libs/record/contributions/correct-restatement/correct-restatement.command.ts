import { z } from 'zod';
import { restatementCorrected } from '@fil/facts/events/words.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

// It is of the version of the text that stands.
const { version: _version, ...facts } = inputs(restatementCorrected.facts);

export const correctRestatementInput = z.strictObject({
  ...facts,
  ...inputs(restatementCorrected.sealed),
  occurredOn: occurredOnInput,
  assisted: input(COMMON_FACTS.assisted),
});
export type CorrectRestatementInput = z.infer<typeof correctRestatementInput>;

export class CorrectRestatement {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: CorrectRestatementInput,
    readonly requested: RequestedBy,
  ) {}
}

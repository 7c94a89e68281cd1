import { z } from 'zod';
import { contributionRestated } from '@fil/facts/events/words.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

// It is of the version of the text that stands.
const { version: _version, ...facts } = inputs(contributionRestated.facts);

export const restateInput = z.strictObject({
  ...facts,
  ...inputs(contributionRestated.sealed),
  occurredOn: occurredOnInput,
  assisted: input(COMMON_FACTS.assisted),
});
export type RestateInput = z.infer<typeof restateInput>;

export class RestateContribution {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: RestateInput,
    readonly requested: RequestedBy,
  ) {}
}

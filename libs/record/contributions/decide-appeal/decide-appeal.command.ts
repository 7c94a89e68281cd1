import { z } from 'zod';
import { appealDecided } from '@fil/facts/events/moderation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

// Read from the contribution.
const { opinion: _opinion, ...facts } = inputs(appealDecided.facts);

export const decideAppealInput = z.strictObject({
  ...facts,
  ...inputs(appealDecided.sealed),
  occurredOn: occurredOnInput,
  release: input(COMMON_FACTS.release),
});
export type DecideAppealInput = z.infer<typeof decideAppealInput>;

export class DecideAppeal {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: DecideAppealInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { deadlineRuleAdopted } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

// The first.
const { version: _version, ...facts } = inputs(deadlineRuleAdopted.facts);

export const adoptDeadlineRuleInput = z.strictObject({
  ...facts,
  ...inputs(deadlineRuleAdopted.sealed),
  /** The day it was adopted. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type AdoptDeadlineRuleInput = z.infer<typeof adoptDeadlineRuleInput>;

export class AdoptDeadlineRule {
  constructor(
    readonly authority: ObjectId<'authority'>,
    readonly input: AdoptDeadlineRuleInput,
    readonly requested: RequestedBy,
  ) {}
}

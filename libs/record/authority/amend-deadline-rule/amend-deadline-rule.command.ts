import { z } from 'zod';
import { deadlineRuleAmended } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

// The rule is in the address; the version follows from `amends`.
const { rule: _rule, version: _version, ...facts } = inputs(deadlineRuleAmended.facts);

export const amendDeadlineRuleInput = z.strictObject({
  ...facts,
  /** The version that was read, and that this one follows. */
  amends: input(deadlineRuleAmended.facts.version),
  ...inputs(deadlineRuleAmended.sealed),
  /** The day it was amended. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type AmendDeadlineRuleInput = z.infer<typeof amendDeadlineRuleInput>;

export class AmendDeadlineRule {
  constructor(
    readonly authority: ObjectId<'authority'>,
    /** Code of the deadline rule, from the address. */
    readonly code: string,
    readonly input: AmendDeadlineRuleInput,
    readonly requested: RequestedBy,
  ) {}
}

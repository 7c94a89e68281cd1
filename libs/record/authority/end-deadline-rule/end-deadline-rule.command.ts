import { z } from 'zod';
import { deadlineRuleEnded } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const endDeadlineRuleInput = z.strictObject({
  validTo: input(deadlineRuleEnded.facts.validTo),
  ...inputs(deadlineRuleEnded.sealed),
  /** The day it was decided to end it. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type EndDeadlineRuleInput = z.infer<typeof endDeadlineRuleInput>;

export class EndDeadlineRule {
  constructor(
    readonly authority: ObjectId<'authority'>,
    /** Code of the deadline rule, from the address. */
    readonly code: string,
    readonly input: EndDeadlineRuleInput,
    readonly requested: RequestedBy,
  ) {}
}

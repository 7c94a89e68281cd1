import { z } from 'zod';
import { budgetCommitted } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const commitBudgetInput = z.strictObject({
  ...inputs(budgetCommitted.facts),
  ...inputs(budgetCommitted.sealed),
  /** The day it was committed. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type CommitBudgetInput = z.infer<typeof commitBudgetInput>;

export class CommitBudget {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: CommitBudgetInput,
    readonly requested: RequestedBy,
  ) {}
}

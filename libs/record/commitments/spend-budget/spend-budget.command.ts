import { z } from 'zod';
import { budgetSpent } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const spendBudgetInput = z.strictObject({
  ...inputs(budgetSpent.facts),
  ...inputs(budgetSpent.sealed),
  /** The day it was paid out. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type SpendBudgetInput = z.infer<typeof spendBudgetInput>;

export class SpendBudget {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: SpendBudgetInput,
    readonly requested: RequestedBy,
  ) {}
}

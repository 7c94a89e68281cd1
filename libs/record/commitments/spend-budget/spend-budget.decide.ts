import { budgetSpent } from '@fil/facts/events/commitment.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { DecisionState } from '../../decisions/decision.state';
import { wrongAmount } from '../budget';
import type { CommitmentState } from '../commitment.state';
import { missingCommitment } from '../standing';
import type { SpendBudgetInput } from './spend-budget.command';

export function decideBudgetSpent(
  state: CommitmentState,
  command: SpendBudgetInput,
  decision: DecisionState | undefined,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommitment();
  return wrongAmount(state.facts.budget.spent, command, decision, today) ?? [eventFrom(budgetSpent, command)];
}

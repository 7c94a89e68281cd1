import { budgetCommitted } from '@fil/facts/events/commitment.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import type { DecisionState } from '../../decisions/decision.state';
import { wrongAmount } from '../budget';
import type { CommitmentState } from '../commitment.state';
import { missingCommitment } from '../standing';
import type { CommitBudgetInput } from './commit-budget.command';

export function decideBudgetCommitted(
  state: CommitmentState,
  command: CommitBudgetInput,
  decision: DecisionState | undefined,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommitment();
  return wrongAmount(state.facts.budget.committed, command, decision, today) ?? [eventFrom(budgetCommitted, command)];
}

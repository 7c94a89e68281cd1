import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decisionNamed } from '../decision-named';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { CommitBudget } from './commit-budget.command';
import { decideBudgetCommitted } from './commit-budget.decide';

@CommandHandler(CommitBudget)
export class CommitBudgetHandler implements ICommandHandler<CommitBudget, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: CommitBudget): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        reads: decisionNamed(input),
        decide: (state, { decision }, context) => decideBudgetCommitted(state, input, decision, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decisionNamed } from '../decision-named';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { SpendBudget } from './spend-budget.command';
import { decideBudgetSpent } from './spend-budget.decide';

@CommandHandler(SpendBudget)
export class SpendBudgetHandler implements ICommandHandler<SpendBudget, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: SpendBudget): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        reads: decisionNamed(input),
        decide: (state, { decision }, context) => decideBudgetSpent(state, input, decision, context),
      }),
    );
  }
}

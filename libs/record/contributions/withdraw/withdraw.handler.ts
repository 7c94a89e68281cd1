import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AuthorKeyCheck } from '../author-key/author-key-check';
import { contribution } from '../contribution.state';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { WithdrawContribution } from './withdraw.command';
import { decideWithdrawal } from './withdraw.decide';

@CommandHandler(WithdrawContribution)
export class WithdrawContributionHandler implements ICommandHandler<WithdrawContribution, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly authorKey: AuthorKeyCheck,
  ) {}

  async execute({ id, input, requested }: WithdrawContribution): Promise<Recorded> {
    await this.authorKey.check(id, input.authorKey, requested.from);
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        decide: (state, _, context) => decideWithdrawal(state, input, context),
      }),
    );
  }
}

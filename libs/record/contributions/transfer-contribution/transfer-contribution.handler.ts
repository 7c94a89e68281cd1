import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { contribution } from '../contribution.state';
import { notTheAuthority } from '../../deciding/acting-for';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { TransferContribution } from './transfer-contribution.command';
import { decideTransfer } from './transfer-contribution.decide';

@CommandHandler(TransferContribution)
export class TransferContributionHandler implements ICommandHandler<TransferContribution, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: TransferContribution): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        decide: (state, _, context) =>
          notTheAuthority('contribution.byTheAuthority', requested.by.actor) ?? decideTransfer(state, input, context),
      }),
    );
  }
}

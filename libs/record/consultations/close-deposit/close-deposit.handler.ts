import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { CloseDeposit } from './close-deposit.command';
import { decideDepositClosing } from './close-deposit.decide';

@CommandHandler(CloseDeposit)
export class CloseDepositHandler implements ICommandHandler<CloseDeposit, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ consultation: stream, input, requested }: CloseDeposit): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: consultation,
        decide: (state, _, context) => decideDepositClosing(state, input, context),
      }),
    );
  }
}

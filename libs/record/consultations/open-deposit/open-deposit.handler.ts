import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { OpenDeposit } from './open-deposit.command';
import { decideDepositOpening } from './open-deposit.decide';

@CommandHandler(OpenDeposit)
export class OpenDepositHandler implements ICommandHandler<OpenDeposit, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ consultation: stream, input, requested }: OpenDeposit): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: consultation,
        decide: (state, _, context) => decideDepositOpening(state, input, context),
      }),
    );
  }
}

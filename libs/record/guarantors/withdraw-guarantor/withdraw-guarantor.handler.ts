import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { guarantor } from '../guarantor.state';
import { WithdrawGuarantor } from './withdraw-guarantor.command';
import { decideWithdrawal } from './withdraw-guarantor.decide';

@CommandHandler(WithdrawGuarantor)
export class WithdrawGuarantorHandler implements ICommandHandler<WithdrawGuarantor, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ guarantor: stream, input, requested }: WithdrawGuarantor): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: guarantor,
        decide: (state, _, context) => decideWithdrawal(state, input, requested.by.actor, context),
      }),
    );
  }
}

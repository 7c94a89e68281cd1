import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { guarantor } from '../guarantor.state';
import { ReplyToGuarantorSuspension } from './reply-to-guarantor-suspension.command';
import { decideSuspensionReply } from './reply-to-guarantor-suspension.decide';

@CommandHandler(ReplyToGuarantorSuspension)
export class ReplyToGuarantorSuspensionHandler implements ICommandHandler<ReplyToGuarantorSuspension, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ guarantor: stream, input, requested }: ReplyToGuarantorSuspension): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: guarantor,
        decide: (state) => decideSuspensionReply(state, input, requested.by.actor),
      }),
    );
  }
}

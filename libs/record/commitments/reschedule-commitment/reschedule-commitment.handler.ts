import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authorityOf } from '../authority-of-commitment';
import { commitment } from '../commitment.state';
import { RescheduleCommitment } from './reschedule-commitment.command';
import { decideRescheduling } from './reschedule-commitment.decide';

@CommandHandler(RescheduleCommitment)
export class RescheduleCommitmentHandler implements ICommandHandler<RescheduleCommitment, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: RescheduleCommitment): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        reads: { authority: await authorityOf(this.decisions, stream) },
        decide: (state, seen, context) => decideRescheduling(state, input, seen.authority, context),
      }),
    );
  }
}

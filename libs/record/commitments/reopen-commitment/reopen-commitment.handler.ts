import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { ReopenCommitment } from './reopen-commitment.command';
import { decideReopening } from './reopen-commitment.decide';

@CommandHandler(ReopenCommitment)
export class ReopenCommitmentHandler implements ICommandHandler<ReopenCommitment, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: ReopenCommitment): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        decide: (state, _, context) => decideReopening(state, input, context),
      }),
    );
  }
}

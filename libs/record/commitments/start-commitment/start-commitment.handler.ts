import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { StartCommitment } from './start-commitment.command';
import { decideStart } from './start-commitment.decide';

@CommandHandler(StartCommitment)
export class StartCommitmentHandler implements ICommandHandler<StartCommitment, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: StartCommitment): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        decide: (state, _, context) => decideStart(state, input, context),
      }),
    );
  }
}

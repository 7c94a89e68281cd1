import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { DeclareDone } from './declare-done.command';
import { decideCompletion } from './declare-done.decide';

@CommandHandler(DeclareDone)
export class DeclareDoneHandler implements ICommandHandler<DeclareDone, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: DeclareDone): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        decide: (state, _, context) => decideCompletion(state, input, context),
      }),
    );
  }
}

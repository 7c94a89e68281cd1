import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authorityOf } from '../authority-of-commitment';
import { decisionNamed } from '../decision-named';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { SuspendCommitment } from './suspend-commitment.command';
import { decideSuspension } from './suspend-commitment.decide';

@CommandHandler(SuspendCommitment)
export class SuspendCommitmentHandler implements ICommandHandler<SuspendCommitment, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: SuspendCommitment): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        reads: { authority: await authorityOf(this.decisions, stream), ...decisionNamed(input) },
        decide: (state, seen, context) => decideSuspension(state, input, seen, context),
      }),
    );
  }
}

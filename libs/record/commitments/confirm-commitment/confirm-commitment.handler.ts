import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authorityOf } from '../authority-of-commitment';
import { decisionNamed } from '../decision-named';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { ConfirmCommitment } from './confirm-commitment.command';
import { decideConfirmation } from './confirm-commitment.decide';

@CommandHandler(ConfirmCommitment)
export class ConfirmCommitmentHandler implements ICommandHandler<ConfirmCommitment, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: ConfirmCommitment): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        reads: { authority: await authorityOf(this.decisions, stream), ...decisionNamed(input) },
        decide: (state, seen, context) => decideConfirmation(state, input, seen, context),
      }),
    );
  }
}

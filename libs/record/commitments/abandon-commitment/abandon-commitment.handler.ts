import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authorityOf } from '../authority-of-commitment';
import { commitment } from '../commitment.state';
import { decisionNamed } from '../decision-named';
import { AbandonCommitment } from './abandon-commitment.command';
import { decideAbandonment } from './abandon-commitment.decide';

@CommandHandler(AbandonCommitment)
export class AbandonCommitmentHandler implements ICommandHandler<AbandonCommitment, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: AbandonCommitment): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        reads: { authority: await authorityOf(this.decisions, stream), ...decisionNamed(input) },
        decide: (state, seen, context) => decideAbandonment(state, input, seen, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authorityOf } from '../authority-of-commitment';
import { decisionNamed } from '../decision-named';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { ModifyCommitment } from './modify-commitment.command';
import { decideModification } from './modify-commitment.decide';

@CommandHandler(ModifyCommitment)
export class ModifyCommitmentHandler implements ICommandHandler<ModifyCommitment, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: ModifyCommitment): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        reads: { authority: await authorityOf(this.decisions, stream), ...decisionNamed(input) },
        decide: (state, seen, context) => decideModification(state, input, seen, context),
      }),
    );
  }
}

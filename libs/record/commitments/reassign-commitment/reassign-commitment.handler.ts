import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authorityOf } from '../authority-of-commitment';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { ReassignCommitment } from './reassign-commitment.command';
import { decideReassignment } from './reassign-commitment.decide';

@CommandHandler(ReassignCommitment)
export class ReassignCommitmentHandler implements ICommandHandler<ReassignCommitment, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: ReassignCommitment): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        reads: { authority: await authorityOf(this.decisions, stream) },
        decide: (state, seen, context) => decideReassignment(state, input, seen.authority, context),
      }),
    );
  }
}

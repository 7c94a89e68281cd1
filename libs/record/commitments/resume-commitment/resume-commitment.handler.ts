import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { ResumeCommitment } from './resume-commitment.command';
import { decideResumption } from './resume-commitment.decide';

@CommandHandler(ResumeCommitment)
export class ResumeCommitmentHandler implements ICommandHandler<ResumeCommitment, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: ResumeCommitment): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        decide: (state, _, context) => decideResumption(state, input, context),
      }),
    );
  }
}

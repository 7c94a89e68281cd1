import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { committee } from '../../committees/committee.state';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { VerifyCommitment } from './verify-commitment.command';
import { decideVerification } from './verify-commitment.decide';

@CommandHandler(VerifyCommitment)
export class VerifyCommitmentHandler implements ICommandHandler<VerifyCommitment, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: VerifyCommitment): Promise<Recorded> {
    const { actor } = requested.by;
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        reads: { committee: { stream: input.committee, decider: committee } },
        decide: (state, seen, context) => decideVerification(stream, state, input, { ...seen, by: actor }, context),
      }),
    );
  }
}

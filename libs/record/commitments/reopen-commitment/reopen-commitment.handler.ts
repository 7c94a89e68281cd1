import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { committee, type CommitteeState } from '../../committees/committee.state';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Reads, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { ReopenCommitment } from './reopen-commitment.command';
import { decideReopening } from './reopen-commitment.decide';

@CommandHandler(ReopenCommitment)
export class ReopenCommitmentHandler implements ICommandHandler<ReopenCommitment, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: ReopenCommitment): Promise<Recorded> {
    const named: { committee?: Reads<CommitteeState> } = input.finding
      ? { committee: { stream: input.finding.committee, decider: committee } }
      : {};
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        reads: named,
        decide: (state, seen, context) =>
          decideReopening(state, input, context, seen.committee && { id: stream, committee: seen.committee }),
      }),
    );
  }
}

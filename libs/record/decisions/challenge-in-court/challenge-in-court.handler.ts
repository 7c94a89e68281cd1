import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { decision } from '../decision.state';
import { ChallengeInCourt } from './challenge-in-court.command';
import { decideChallenge } from './challenge-in-court.decide';

@CommandHandler(ChallengeInCourt)
export class ChallengeInCourtHandler implements ICommandHandler<ChallengeInCourt, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ decision: stream, input, requested }: ChallengeInCourt): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: decision,
        decide: (state, _, context) => decideChallenge(state, input, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { committee } from '../../committees/committee.state';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { ContestCompletion } from './contest-completion.command';
import { decideContest } from './contest-completion.decide';

@CommandHandler(ContestCompletion)
export class ContestCompletionHandler implements ICommandHandler<ContestCompletion, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: ContestCompletion): Promise<Recorded> {
    const { actor } = requested.by;
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        reads: { committee: { stream: input.committee, decider: committee } },
        decide: (state, seen, context) => decideContest(stream, state, input, { ...seen, by: actor }, context),
      }),
    );
  }
}

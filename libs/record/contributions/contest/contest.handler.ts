import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { AuthorKeyCheck } from '../author-key/author-key-check';
import { contribution, type ContributionState } from '../contribution.state';
import { claimedEnd, NOTHING_CLAIMED, readsOfEnd } from './claimed-end';
import { ContestContribution } from './contest.command';
import { decideContest } from './contest.decide';

@CommandHandler(ContestContribution)
export class ContestContributionHandler implements ICommandHandler<ContestContribution, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly authorKey: AuthorKeyCheck,
  ) {}

  async execute({ id, input, requested }: ContestContribution): Promise<Recorded> {
    await this.authorKey.check(id, input.authorKey, requested.from);
    const { commitment } = input;
    return settled(
      await this.decisions.take<ContributionState, Record<string, unknown>>({
        ...requested,
        stream: id,
        decider: contribution,
        reads: commitment === undefined ? {} : await readsOfEnd(this.decisions, commitment),
        decide: (state, seen, context) =>
          decideContest(
            state,
            id,
            input,
            commitment === undefined ? NOTHING_CLAIMED : claimedEnd(seen, commitment, id),
            context,
          ),
      }),
    );
  }
}

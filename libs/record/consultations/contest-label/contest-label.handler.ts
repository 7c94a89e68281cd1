import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ContributionAuthor } from '../../contributions/contribution-author';
import { contribution, type ContributionState } from '../../contributions/contribution.state';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Reads, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { ContestLabel } from './contest-label.command';
import { decideLabelContest } from './contest-label.decide';

@CommandHandler(ContestLabel)
export class ContestLabelHandler implements ICommandHandler<ContestLabel, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly authors: ContributionAuthor,
  ) {}

  async execute({ consultation: stream, input, requested, author }: ContestLabel): Promise<Recorded> {
    if (author) await this.authors.check(author.contribution, author.authorKey, requested.from);
    const reads: Record<string, Reads<ContributionState>> = author
      ? { said: { stream: author.contribution, decider: contribution } }
      : {};
    const contester = { actor: requested.by.actor, contribution: author?.contribution ?? null };
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: consultation,
        reads,
        decide: (state, { said }, context) => decideLabelContest(stream, state, input, contester, said, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { consultation } from '../../consultations/consultation.state';
import { ContributionAuthor } from '../../contributions/contribution-author';
import { contribution } from '../../contributions/contribution.state';
import { fold } from '../../deciding/decider';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { report } from '../report.state';
import { ContestReport } from './contest-report.command';
import { decideContest } from './contest-report.decide';

@CommandHandler(ContestReport)
export class ContestReportHandler implements ICommandHandler<ContestReport, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly author: ContributionAuthor,
  ) {}

  async execute({ report: stream, input, requested }: ContestReport): Promise<Recorded> {
    await this.author.check(input.contribution, input.authorKey, requested.from);
    // A contribution never changes its consultation.
    const said = fold(contribution, await this.decisions.load(input.contribution));
    const deposited = said.exists ? said.consultation : input.contribution;
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: report,
        reads: {
          contribution: { stream: input.contribution, decider: contribution },
          consultation: { stream: deposited, decider: consultation },
        },
        decide: (state, seen, context) => decideContest(state, input, seen, context),
      }),
    );
  }
}

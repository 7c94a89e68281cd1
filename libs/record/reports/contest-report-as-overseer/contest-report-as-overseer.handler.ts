import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { overseerOf } from '../own-texts';
import { report } from '../report.state';
import { notWatching, watchesReport } from '../whose-report';
import { ContestReportAsOverseer } from './contest-report-as-overseer.command';
import { decideContestOfOverseer } from './contest-report-as-overseer.decide';

@CommandHandler(ContestReportAsOverseer)
export class ContestReportAsOverseerHandler implements ICommandHandler<ContestReportAsOverseer, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ report: stream, input, requested }: ContestReportAsOverseer): Promise<Recorded> {
    const isWatching = await watchesReport(this.decisions, stream, input.overseer);
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: report,
        reads: { overseer: { stream: input.overseer, decider: overseerOf(input.overseer) } },
        decide: (state, { overseer }, context) =>
          notWatching(isWatching, 'overseer') ??
          decideContestOfOverseer(state, input, overseer, requested.by.actor, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { ReportMeans } from './report-means.command';
import { decideMeans } from './report-means.decide';

@CommandHandler(ReportMeans)
export class ReportMeansHandler implements ICommandHandler<ReportMeans, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ consultation: stream, input, requested }: ReportMeans): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: consultation,
        decide: (state, _, context) => decideMeans(state, input, context),
      }),
    );
  }
}

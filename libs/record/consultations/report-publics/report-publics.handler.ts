import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { ReportPublics } from './report-publics.command';
import { decidePublics } from './report-publics.decide';

@CommandHandler(ReportPublics)
export class ReportPublicsHandler implements ICommandHandler<ReportPublics, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ consultation: stream, input, requested }: ReportPublics): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: consultation,
        decide: (state, _, context) => decidePublics(state, input, context),
      }),
    );
  }
}

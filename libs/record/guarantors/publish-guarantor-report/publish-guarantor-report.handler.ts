import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { consultation } from '../../consultations/consultation.state';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { guarantor } from '../guarantor.state';
import { PublishGuarantorReport } from './publish-guarantor-report.command';
import { decideReport } from './publish-guarantor-report.decide';

@CommandHandler(PublishGuarantorReport)
export class PublishGuarantorReportHandler implements ICommandHandler<PublishGuarantorReport, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ guarantor: stream, input, requested }: PublishGuarantorReport): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: guarantor,
        reads: { ...(input.consultation && { consultation: { stream: input.consultation, decider: consultation } }) },
        decide: (state, seen, context) => decideReport(state, input, seen, requested.by.actor, context),
      }),
    );
  }
}

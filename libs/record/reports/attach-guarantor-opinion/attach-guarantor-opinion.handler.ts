import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { guarantor } from '../../guarantors/guarantor.state';
import { report } from '../report.state';
import { notWatching, watchesReport } from '../whose-report';
import { AttachGuarantorOpinion } from './attach-guarantor-opinion.command';
import { decideGuarantorOpinion } from './attach-guarantor-opinion.decide';

@CommandHandler(AttachGuarantorOpinion)
export class AttachGuarantorOpinionHandler implements ICommandHandler<AttachGuarantorOpinion, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ report: stream, input, requested }: AttachGuarantorOpinion): Promise<Recorded> {
    const isWatching = await watchesReport(this.decisions, stream, input.guarantor);
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: report,
        reads: { guarantor: { stream: input.guarantor, decider: guarantor } },
        decide: (state, seen, context) =>
          notWatching(isWatching, 'guarantor') ??
          decideGuarantorOpinion(state, input, seen.guarantor, requested.by.actor, context),
      }),
    );
  }
}

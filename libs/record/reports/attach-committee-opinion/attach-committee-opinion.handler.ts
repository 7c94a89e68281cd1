import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../../committees/committee.state';
import { report } from '../report.state';
import { notWatching, watchesReport } from '../whose-report';
import { AttachCommitteeOpinion } from './attach-committee-opinion.command';
import { decideCommitteeOpinion } from './attach-committee-opinion.decide';

@CommandHandler(AttachCommitteeOpinion)
export class AttachCommitteeOpinionHandler implements ICommandHandler<AttachCommitteeOpinion, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ report: stream, input, requested }: AttachCommitteeOpinion): Promise<Recorded> {
    const isWatching = await watchesReport(this.decisions, stream, input.committee);
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: report,
        reads: { committee: { stream: input.committee, decider: committee } },
        decide: (state, seen, context) =>
          notWatching(isWatching, 'committee') ??
          decideCommitteeOpinion(state, input, seen.committee, requested.by.actor, context),
      }),
    );
  }
}

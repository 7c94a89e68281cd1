import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { organiserOf } from '../organiser-of';
import { SettleLabelContest } from './settle-label-contest.command';
import { decideSettlement } from './settle-label-contest.decide';

@CommandHandler(SettleLabelContest)
export class SettleLabelContestHandler implements ICommandHandler<SettleLabelContest, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ consultation: stream, input, requested }: SettleLabelContest): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: consultation,
        reads: { organiser: await organiserOf(this.decisions, stream) },
        decide: (state, { organiser }, context) => decideSettlement(state, input, organiser, context),
      }),
    );
  }
}

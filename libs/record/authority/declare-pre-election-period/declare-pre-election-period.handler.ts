import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { DeclarePreElectionPeriod } from './declare-pre-election-period.command';
import { decidePreElectionPeriod } from './declare-pre-election-period.decide';

@CommandHandler(DeclarePreElectionPeriod)
export class DeclarePreElectionPeriodHandler implements ICommandHandler<DeclarePreElectionPeriod, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, input, requested }: DeclarePreElectionPeriod): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decidePreElectionPeriod(state, input, context),
      }),
    );
  }
}

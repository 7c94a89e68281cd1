import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../committee.state';
import { AssessSample } from './assess-sample.command';
import { decideAssessments } from './assess-sample.decide';

@CommandHandler(AssessSample)
export class AssessSampleHandler implements ICommandHandler<AssessSample, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ committee: stream, input, requested }: AssessSample): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: committee,
        decide: (state, _, context) => decideAssessments(state, input, requested.by.actor, context),
      }),
    );
  }
}

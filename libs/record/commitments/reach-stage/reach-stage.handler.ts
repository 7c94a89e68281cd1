import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { ReachStage } from './reach-stage.command';
import { decideStageReached } from './reach-stage.decide';

@CommandHandler(ReachStage)
export class ReachStageHandler implements ICommandHandler<ReachStage, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: ReachStage): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        decide: (state, _, context) => decideStageReached(state, input, context),
      }),
    );
  }
}

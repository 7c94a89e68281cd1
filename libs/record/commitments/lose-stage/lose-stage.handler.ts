import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { commitment } from '../commitment.state';
import { LoseStage } from './lose-stage.command';
import { decideStageLost } from './lose-stage.decide';

@CommandHandler(LoseStage)
export class LoseStageHandler implements ICommandHandler<LoseStage, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ commitment: stream, input, requested }: LoseStage): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: commitment,
        decide: (state, _, context) => decideStageLost(state, input, context),
      }),
    );
  }
}

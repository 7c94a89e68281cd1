import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { evaluation } from '../evaluation.state';
import { GivePanelScore } from './give-panel-score.command';
import { decidePanelScore } from './give-panel-score.decide';

@CommandHandler(GivePanelScore)
export class GivePanelScoreHandler implements ICommandHandler<GivePanelScore, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ evaluation: stream, input, requested }: GivePanelScore): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: evaluation,
        decide: (state, _, context) => decidePanelScore(state, input, requested.by.actor, context),
      }),
    );
  }
}

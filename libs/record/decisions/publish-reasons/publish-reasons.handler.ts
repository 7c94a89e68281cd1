import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { decision } from '../decision.state';
import { PublishReasons } from './publish-reasons.command';
import { decideReasons } from './publish-reasons.decide';

@CommandHandler(PublishReasons)
export class PublishReasonsHandler implements ICommandHandler<PublishReasons, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ decision: stream, input, requested }: PublishReasons): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: decision,
        decide: (state, _, context) => decideReasons(state, input, context),
      }),
    );
  }
}

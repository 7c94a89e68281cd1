import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { synthesis } from '../synthesis.state';
import { PublishSynthesis } from './publish-synthesis.command';
import { decidePublication } from './publish-synthesis.decide';

@CommandHandler(PublishSynthesis)
export class PublishSynthesisHandler implements ICommandHandler<PublishSynthesis, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: PublishSynthesis): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: synthesis,
        decide: (state, _, context) => decidePublication(state, input, context),
      }),
    );
  }
}

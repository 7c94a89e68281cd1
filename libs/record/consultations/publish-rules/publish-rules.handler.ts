import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { PublishRules } from './publish-rules.command';
import { decideRules } from './publish-rules.decide';

@CommandHandler(PublishRules)
export class PublishRulesHandler implements ICommandHandler<PublishRules, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ consultation: stream, input, requested }: PublishRules): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: consultation,
        decide: (state, _, context) => decideRules(state, input, context),
      }),
    );
  }
}

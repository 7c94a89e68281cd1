import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assistanceOf, unlessAssistanceOff } from '../../authority/assistance';
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
        reads: await assistanceOf(this.decisions, id, input),
        decide: (state, { assistance }, context) =>
          unlessAssistanceOff(decidePublication(state, input, context), assistance, input),
      }),
    );
  }
}

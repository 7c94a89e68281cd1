import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assistanceOf, unlessAssistanceOff } from '../../authority/assistance';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { synthesis } from '../synthesis.state';
import { DetachContributions } from './detach-contributions.command';
import { decideDetachment } from './detach-contributions.decide';

@CommandHandler(DetachContributions)
export class DetachContributionsHandler implements ICommandHandler<DetachContributions, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: DetachContributions): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: synthesis,
        reads: await assistanceOf(this.decisions, id, input),
        decide: (state, { assistance }, context) =>
          unlessAssistanceOff(decideDetachment(state, input, context), assistance, input),
      }),
    );
  }
}

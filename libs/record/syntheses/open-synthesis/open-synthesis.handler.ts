import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { mandateOf } from '../../contributions/mandate-of';
import { newObjectId } from '../../deciding/object-id';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { synthesis } from '../synthesis.state';
import { OpenSynthesis } from './open-synthesis.command';
import { decideOpening } from './open-synthesis.decide';

@CommandHandler(OpenSynthesis)
export class OpenSynthesisHandler implements ICommandHandler<OpenSynthesis, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ input, requested }: OpenSynthesis): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: newObjectId('synthesis', this.decisions.instanceKey, requested),
        decider: synthesis,
        reads: await mandateOf(this.decisions, input.consultation),
        decide: (state, mandate, context) => decideOpening(state, input, mandate, context),
      }),
    );
  }
}

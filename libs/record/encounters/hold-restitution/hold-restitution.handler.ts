import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { encounter } from '../encounter.state';
import { HoldRestitution } from './hold-restitution.command';
import { decideRestitution } from './hold-restitution.decide';

@CommandHandler(HoldRestitution)
export class HoldRestitutionHandler implements ICommandHandler<HoldRestitution, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ encounter: stream, input, requested }: HoldRestitution): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: encounter,
        decide: (state, _, context) => decideRestitution(state, input, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { encounter } from '../encounter.state';
import { HoldEncounter } from './hold-encounter.command';
import { decideHolding } from './hold-encounter.decide';

@CommandHandler(HoldEncounter)
export class HoldEncounterHandler implements ICommandHandler<HoldEncounter, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ encounter: stream, input, requested }: HoldEncounter): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: encounter,
        decide: (state, _, context) => decideHolding(state, input, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { encounter } from '../encounter.state';
import { CancelEncounter } from './cancel-encounter.command';
import { decideCancelling } from './cancel-encounter.decide';

@CommandHandler(CancelEncounter)
export class CancelEncounterHandler implements ICommandHandler<CancelEncounter, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ encounter: stream, input, requested }: CancelEncounter): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: encounter,
        decide: (state, _, context) => decideCancelling(state, input, context),
      }),
    );
  }
}

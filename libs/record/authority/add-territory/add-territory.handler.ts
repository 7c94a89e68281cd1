import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { AddTerritory } from './add-territory.command';
import { decideTerritory } from './add-territory.decide';

@CommandHandler(AddTerritory)
export class AddTerritoryHandler implements ICommandHandler<AddTerritory, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, input, requested }: AddTerritory): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideTerritory(state, input, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { EndTerritory } from './end-territory.command';
import { decideTerritoryEnd } from './end-territory.decide';

@CommandHandler(EndTerritory)
export class EndTerritoryHandler implements ICommandHandler<EndTerritory, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, code, input, requested }: EndTerritory): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideTerritoryEnd(state, { ...input, territory: code }, context),
      }),
    );
  }
}

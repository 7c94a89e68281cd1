import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { START_SET } from '@fil/facts/deadlines/start-set';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { AdoptStartSet } from './adopt-start-set.command';
import { decideStartSet } from './adopt-start-set.decide';

@CommandHandler(AdoptStartSet)
export class AdoptStartSetHandler implements ICommandHandler<AdoptStartSet, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, input, requested }: AdoptStartSet): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state) => decideStartSet(state, input, START_SET),
      }),
    );
  }
}

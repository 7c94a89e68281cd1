import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../committee.state';
import { DeclareTies } from './declare-ties.command';
import { decideTies } from './declare-ties.decide';

@CommandHandler(DeclareTies)
export class DeclareTiesHandler implements ICommandHandler<DeclareTies, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ committee: stream, input, requested }: DeclareTies): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: committee,
        decide: (state, _, context) => decideTies(state, input, requested.by.actor, context),
      }),
    );
  }
}

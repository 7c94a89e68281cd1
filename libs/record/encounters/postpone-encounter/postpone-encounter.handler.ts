import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { encounter } from '../encounter.state';
import { PostponeEncounter } from './postpone-encounter.command';
import { decidePostponing } from './postpone-encounter.decide';

@CommandHandler(PostponeEncounter)
export class PostponeEncounterHandler implements ICommandHandler<PostponeEncounter, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ encounter: stream, input, requested }: PostponeEncounter): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: encounter,
        decide: (state, _, context) => decidePostponing(state, input, context),
      }),
    );
  }
}

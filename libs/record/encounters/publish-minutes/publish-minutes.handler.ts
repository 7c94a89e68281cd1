import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { encounter } from '../encounter.state';
import { PublishMinutes } from './publish-minutes.command';
import { decideMinutes } from './publish-minutes.decide';

@CommandHandler(PublishMinutes)
export class PublishMinutesHandler implements ICommandHandler<PublishMinutes, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ encounter: stream, input, requested }: PublishMinutes): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: encounter,
        decide: (state, _, context) => decideMinutes(state, input, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { ScheduleSession } from './schedule-session.command';
import { decideSession } from './schedule-session.decide';

@CommandHandler(ScheduleSession)
export class ScheduleSessionHandler implements ICommandHandler<ScheduleSession, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, input, requested }: ScheduleSession): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideSession(state, input, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../committee.state';
import { AppointMember } from './appoint-member.command';
import { decideAppointment } from './appoint-member.decide';

@CommandHandler(AppointMember)
export class AppointMemberHandler implements ICommandHandler<AppointMember, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ committee: stream, input, requested }: AppointMember): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: committee,
        decide: (state, _, context) => decideAppointment(state, input, requested.by.actor, context),
      }),
    );
  }
}

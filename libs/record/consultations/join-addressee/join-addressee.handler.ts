import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authority } from '../../authority/authority.state';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { JoinAddressee } from './join-addressee.command';
import { decideJoining } from './join-addressee.decide';

@CommandHandler(JoinAddressee)
export class JoinAddresseeHandler implements ICommandHandler<JoinAddressee, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ consultation: stream, input, requested }: JoinAddressee): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: consultation,
        reads: { joining: { stream: input.authority, decider: authority } },
        decide: (state, { joining }, context) => decideJoining(state, input, joining, context),
      }),
    );
  }
}

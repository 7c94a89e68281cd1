import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authorityNamedBy } from '../../authority/authority-named-by';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../committee.state';
import { GiveReply } from './give-reply.command';
import { decideReply } from './give-reply.decide';

@CommandHandler(GiveReply)
export class GiveReplyHandler implements ICommandHandler<GiveReply, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ committee: stream, input, requested }: GiveReply): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: committee,
        reads: { authority: await authorityNamedBy(this.decisions, stream, committee) },
        decide: (state, seen, context) => decideReply(state, input, seen, requested.by.actor, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { MoveSession } from './move-session.command';
import { decideSessionMove } from './move-session.decide';

@CommandHandler(MoveSession)
export class MoveSessionHandler implements ICommandHandler<MoveSession, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, code, input, requested }: MoveSession): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideSessionMove(state, { ...input, session: code }, context),
      }),
    );
  }
}

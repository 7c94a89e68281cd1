import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { CancelSession } from './cancel-session.command';
import { decideSessionCancellation } from './cancel-session.decide';

@CommandHandler(CancelSession)
export class CancelSessionHandler implements ICommandHandler<CancelSession, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, code, input, requested }: CancelSession): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideSessionCancellation(state, { ...input, session: code }, context),
      }),
    );
  }
}

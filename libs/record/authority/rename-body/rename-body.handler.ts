import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { RenameBody } from './rename-body.command';
import { decideBodyRenaming } from './rename-body.decide';

@CommandHandler(RenameBody)
export class RenameBodyHandler implements ICommandHandler<RenameBody, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, code, input, requested }: RenameBody): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideBodyRenaming(state, { ...input, body: code }, context),
      }),
    );
  }
}

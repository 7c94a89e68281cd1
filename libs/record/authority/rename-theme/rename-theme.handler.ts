import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { RenameTheme } from './rename-theme.command';
import { decideThemeRenaming } from './rename-theme.decide';

@CommandHandler(RenameTheme)
export class RenameThemeHandler implements ICommandHandler<RenameTheme, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, code, input, requested }: RenameTheme): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideThemeRenaming(state, { ...input, theme: code }, context),
      }),
    );
  }
}

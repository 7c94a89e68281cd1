import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { AddTheme } from './add-theme.command';
import { decideTheme } from './add-theme.decide';

@CommandHandler(AddTheme)
export class AddThemeHandler implements ICommandHandler<AddTheme, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, input, requested }: AddTheme): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideTheme(state, input, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { MergeTheme } from './merge-theme.command';
import { decideMerger } from './merge-theme.decide';

@CommandHandler(MergeTheme)
export class MergeThemeHandler implements ICommandHandler<MergeTheme, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, code, input, requested }: MergeTheme): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideMerger(state, { ...input, theme: code }, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { AuthorKeyCheck } from '../author-key/author-key-check';
import { contribution } from '../contribution.state';
import { CorrectText } from './correct-text.command';
import { decideTextCorrection } from './correct-text.decide';

@CommandHandler(CorrectText)
export class CorrectTextHandler implements ICommandHandler<CorrectText, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly authorKey: AuthorKeyCheck,
  ) {}

  async execute({ id, input, requested }: CorrectText): Promise<Recorded> {
    await this.authorKey.check(id, input.authorKey, requested.from);
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        decide: (state, _, context) => decideTextCorrection(state, input, context),
      }),
    );
  }
}

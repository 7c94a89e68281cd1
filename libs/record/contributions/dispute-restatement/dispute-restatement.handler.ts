import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { AuthorKeyCheck } from '../author-key/author-key-check';
import { contribution } from '../contribution.state';
import { DisputeRestatement } from './dispute-restatement.command';
import { decideDispute } from './dispute-restatement.decide';

@CommandHandler(DisputeRestatement)
export class DisputeRestatementHandler implements ICommandHandler<DisputeRestatement, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly authorKey: AuthorKeyCheck,
  ) {}

  async execute({ id, input, requested }: DisputeRestatement): Promise<Recorded> {
    await this.authorKey.check(id, input.authorKey, requested.from);
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        decide: (state, _, context) => decideDispute(state, input, context),
      }),
    );
  }
}

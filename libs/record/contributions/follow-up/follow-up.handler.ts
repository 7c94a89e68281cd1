import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { AuthorKeyCheck } from '../author-key/author-key-check';
import { contribution, type ContributionState } from '../contribution.state';
import { claimedEnd, readsOfEnd } from '../contest/claimed-end';
import { FollowUp } from './follow-up.command';
import { decideFollowUp } from './follow-up.decide';

@CommandHandler(FollowUp)
export class FollowUpHandler implements ICommandHandler<FollowUp, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly authorKey: AuthorKeyCheck,
  ) {}

  async execute({ id, input, requested }: FollowUp): Promise<Recorded> {
    await this.authorKey.check(id, input.authorKey, requested.from);
    return settled(
      await this.decisions.take<ContributionState, Record<string, unknown>>({
        ...requested,
        stream: id,
        decider: contribution,
        reads: await readsOfEnd(this.decisions, input.commitment),
        decide: (state, seen, context) =>
          decideFollowUp(state, id, input, claimedEnd(seen, input.commitment, id), context),
      }),
    );
  }
}

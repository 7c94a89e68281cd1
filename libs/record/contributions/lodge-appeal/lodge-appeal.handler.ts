import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { AuthorKeyCheck } from '../author-key/author-key-check';
import { contribution } from '../contribution.state';
import { LodgeAppeal } from './lodge-appeal.command';
import { decideAppealLodging } from './lodge-appeal.decide';

@CommandHandler(LodgeAppeal)
export class LodgeAppealHandler implements ICommandHandler<LodgeAppeal, Recorded> {
  constructor(
    private readonly decisions: DecisionTaker,
    private readonly authorKey: AuthorKeyCheck,
  ) {}

  async execute({ id, input, requested }: LodgeAppeal): Promise<Recorded> {
    await this.authorKey.check(id, input.authorKey, requested.from);
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        decide: (state, _, context) => decideAppealLodging(state, input, context),
      }),
    );
  }
}

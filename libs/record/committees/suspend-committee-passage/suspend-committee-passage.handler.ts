import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authorityNamedBy } from '../../authority/authority-named-by';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../committee.state';
import { SuspendCommitteePassage } from './suspend-committee-passage.command';
import { decideSuspension } from './suspend-committee-passage.decide';

@CommandHandler(SuspendCommitteePassage)
export class SuspendCommitteePassageHandler implements ICommandHandler<SuspendCommitteePassage, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ committee: stream, input, requested }: SuspendCommitteePassage): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: committee,
        reads: { authority: await authorityNamedBy(this.decisions, stream, committee) },
        decide: (state, seen, context) => decideSuspension(state, input, seen, requested.by.actor, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authorityNamedBy } from '../../authority/authority-named-by';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { committee } from '../committee.state';
import { RestoreCommitteePassage } from './restore-committee-passage.command';
import { decideRestoration } from './restore-committee-passage.decide';

@CommandHandler(RestoreCommitteePassage)
export class RestoreCommitteePassageHandler implements ICommandHandler<RestoreCommitteePassage, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ committee: stream, input, requested }: RestoreCommitteePassage): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: committee,
        reads: { authority: await authorityNamedBy(this.decisions, stream, committee) },
        decide: (state, seen) => decideRestoration(state, input, seen, requested.by.actor),
      }),
    );
  }
}

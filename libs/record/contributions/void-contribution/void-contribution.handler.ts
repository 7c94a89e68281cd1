import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { contribution, type ContributionState } from '../contribution.state';
import { onlyWatches } from '../../deciding/acting-for';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { VoidContribution } from './void-contribution.command';
import { decideVoiding } from './void-contribution.decide';

@CommandHandler(VoidContribution)
export class VoidContributionHandler implements ICommandHandler<VoidContribution, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: VoidContribution): Promise<Recorded> {
    return settled(
      await this.decisions.take<ContributionState, { kept?: ContributionState }>({
        ...requested,
        stream: id,
        decider: contribution,
        reads: input.duplicateOf === undefined ? {} : { kept: { stream: input.duplicateOf, decider: contribution } },
        decide: (state, { kept }, context) =>
          onlyWatches('contribution.notByWhoWatches', requested.by.actor) ??
          decideVoiding(state, id, input, kept ?? contribution.initial, context),
      }),
    );
  }
}

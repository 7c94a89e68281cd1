import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { onlyWatches } from '../../deciding/acting-for';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { contribution } from '../contribution.state';
import { mandateOfContribution } from '../mandate-of';
import { RestateContribution } from './restate.command';
import { decideRestatement } from './restate.decide';

@CommandHandler(RestateContribution)
export class RestateContributionHandler implements ICommandHandler<RestateContribution, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: RestateContribution): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        reads: await mandateOfContribution(this.decisions, id),
        decide: (state, mandate, context) =>
          onlyWatches('contribution.notByWhoWatches', requested.by.actor) ??
          decideRestatement(state, input, mandate, context),
      }),
    );
  }
}

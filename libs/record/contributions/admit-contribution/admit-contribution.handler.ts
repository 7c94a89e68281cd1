import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { contribution } from '../contribution.state';
import { onlyWatches } from '../../deciding/acting-for';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { AdmitContribution } from './admit-contribution.command';
import { decideAdmission } from './admit-contribution.decide';

@CommandHandler(AdmitContribution)
export class AdmitContributionHandler implements ICommandHandler<AdmitContribution, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: AdmitContribution): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        decide: (state, _, context) =>
          onlyWatches('contribution.notByWhoWatches', requested.by.actor) ?? decideAdmission(state, input, context),
      }),
    );
  }
}

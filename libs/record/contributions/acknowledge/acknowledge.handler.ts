import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { notTheAuthority } from '../../deciding/acting-for';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { contribution } from '../contribution.state';
import { mandateOfContribution } from '../mandate-of';
import { AcknowledgeContribution } from './acknowledge.command';
import { decideAcknowledgement } from './acknowledge.decide';

@CommandHandler(AcknowledgeContribution)
export class AcknowledgeContributionHandler implements ICommandHandler<AcknowledgeContribution, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: AcknowledgeContribution): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        reads: await mandateOfContribution(this.decisions, id),
        decide: (state, mandate, context) =>
          notTheAuthority('contribution.byTheAuthority', requested.by.actor) ??
          decideAcknowledgement(state, input, mandate, context),
      }),
    );
  }
}

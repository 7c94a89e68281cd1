import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { guarantor } from '../../guarantors/guarantor.state';
import { contribution } from '../contribution.state';
import { mandateOfContribution } from '../mandate-of';
import { GiveOpinionOnAppeal } from './give-opinion-on-appeal.command';
import { decideOpinionOnAppeal } from './give-opinion-on-appeal.decide';

@CommandHandler(GiveOpinionOnAppeal)
export class GiveOpinionOnAppealHandler implements ICommandHandler<GiveOpinionOnAppeal, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: GiveOpinionOnAppeal): Promise<Recorded> {
    const { consultation } = await mandateOfContribution(this.decisions, id);
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        reads: { consultation, guarantor: { stream: input.guarantor, decider: guarantor } },
        decide: (state, seen, context) => decideOpinionOnAppeal(state, input, requested.by.actor, seen, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { notTheAuthority } from '../../deciding/acting-for';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { contribution, type ContributionState } from '../contribution.state';
import { mandateOfContribution, type Mandate } from '../mandate-of';
import { GiveOutcome } from './give-outcome.command';
import { decideOutcome } from './give-outcome.decide';
import { namedObjects } from '../named-in-answer';

@CommandHandler(GiveOutcome)
export class GiveOutcomeHandler implements ICommandHandler<GiveOutcome, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: GiveOutcome): Promise<Recorded> {
    const mandate = await mandateOfContribution(this.decisions, id);
    return settled(
      await this.decisions.take<ContributionState, Mandate>({
        ...requested,
        stream: id,
        decider: contribution,
        reads: { ...namedObjects(input), ...mandate },
        decide: (state, seen, context) =>
          notTheAuthority('contribution.byTheAuthority', requested.by.actor) ??
          decideOutcome(state, id, input, seen, context),
      }),
    );
  }
}

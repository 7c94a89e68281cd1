import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { onlyWatches } from '../../deciding/acting-for';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { contribution } from '../contribution.state';
import { mandateOfContribution } from '../mandate-of';
import { AssignThemes } from './assign-themes.command';
import { decideThemes } from './assign-themes.decide';

@CommandHandler(AssignThemes)
export class AssignThemesHandler implements ICommandHandler<AssignThemes, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: AssignThemes): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        reads: await mandateOfContribution(this.decisions, id),
        decide: (state, mandate, context) =>
          onlyWatches('contribution.notByWhoWatches', requested.by.actor) ??
          decideThemes(state, input, mandate, context),
      }),
    );
  }
}

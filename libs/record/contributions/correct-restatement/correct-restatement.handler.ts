import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { onlyWatches } from '../../deciding/acting-for';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { contribution } from '../contribution.state';
import { mandateOfContribution } from '../mandate-of';
import { CorrectRestatement } from './correct-restatement.command';
import { decideRestatementCorrection } from './correct-restatement.decide';

@CommandHandler(CorrectRestatement)
export class CorrectRestatementHandler implements ICommandHandler<CorrectRestatement, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: CorrectRestatement): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        reads: await mandateOfContribution(this.decisions, id),
        decide: (state, mandate, context) =>
          onlyWatches('contribution.notByWhoWatches', requested.by.actor) ??
          decideRestatementCorrection(state, input, mandate, context),
      }),
    );
  }
}

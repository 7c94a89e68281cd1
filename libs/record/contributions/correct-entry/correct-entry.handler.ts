import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { mandateOfContribution } from '../mandate-of';
import { contribution } from '../contribution.state';
import { onlyWatches } from '../../deciding/acting-for';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { CorrectEntry } from './correct-entry.command';
import { decideCorrection } from './correct-entry.decide';

@CommandHandler(CorrectEntry)
export class CorrectEntryHandler implements ICommandHandler<CorrectEntry, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: CorrectEntry): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        reads: await mandateOfContribution(this.decisions, id),
        decide: (state, mandate, context) =>
          onlyWatches('contribution.notByWhoWatches', requested.by.actor) ??
          decideCorrection(state, input, requested.by.actor, mandate, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CorrectableAggregate } from '@fil/facts/events/correction.events';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { written } from '../written.state';
import { CorrectEntry } from './correct-entry.command';
import { decideEntryCorrection } from './correct-entry.decide';

@CommandHandler(CorrectEntry)
export class CorrectEntryHandler implements ICommandHandler<CorrectEntry, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: CorrectEntry): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: written,
        decide: (state, _, context) =>
          decideEntryCorrection(aggregateOf(id) as CorrectableAggregate, state, input, requested.by.actor, context),
      }),
    );
  }
}

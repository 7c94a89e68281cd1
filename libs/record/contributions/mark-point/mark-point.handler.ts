import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { mandateOfContribution } from '../mandate-of';
import { contribution } from '../contribution.state';
import { onlyWatches } from '../../deciding/acting-for';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { MarkPoint } from './mark-point.command';
import { decideMarking } from './mark-point.decide';

@CommandHandler(MarkPoint)
export class MarkPointHandler implements ICommandHandler<MarkPoint, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: MarkPoint): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        reads: await mandateOfContribution(this.decisions, id),
        decide: (state, mandate, context) =>
          onlyWatches('contribution.notByWhoWatches', requested.by.actor) ??
          decideMarking(state, input, mandate, context),
      }),
    );
  }
}

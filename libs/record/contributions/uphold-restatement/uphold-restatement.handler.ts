import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { onlyWatches } from '../../deciding/acting-for';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { contribution } from '../contribution.state';
import { mandateOfContribution } from '../mandate-of';
import { UpholdRestatement } from './uphold-restatement.command';
import { decideUpholding } from './uphold-restatement.decide';

@CommandHandler(UpholdRestatement)
export class UpholdRestatementHandler implements ICommandHandler<UpholdRestatement, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: UpholdRestatement): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        reads: await mandateOfContribution(this.decisions, id),
        decide: (state, mandate, context) =>
          onlyWatches('contribution.notByWhoWatches', requested.by.actor) ??
          decideUpholding(state, input, mandate, requested.by.actor, context),
      }),
    );
  }
}

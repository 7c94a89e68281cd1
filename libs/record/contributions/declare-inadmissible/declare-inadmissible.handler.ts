import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { notTheAuthority } from '../../deciding/acting-for';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { contribution } from '../contribution.state';
import { mandateOfContribution } from '../mandate-of';
import { DeclareInadmissible } from './declare-inadmissible.command';
import { decideInadmissibility } from './declare-inadmissible.decide';

@CommandHandler(DeclareInadmissible)
export class DeclareInadmissibleHandler implements ICommandHandler<DeclareInadmissible, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: DeclareInadmissible): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: contribution,
        reads: await mandateOfContribution(this.decisions, id),
        decide: (state, mandate, context) =>
          notTheAuthority('contribution.byTheAuthority', requested.by.actor) ??
          decideInadmissibility(state, input, mandate, context),
      }),
    );
  }
}

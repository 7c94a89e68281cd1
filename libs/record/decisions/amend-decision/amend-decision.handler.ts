import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { decision } from '../decision.state';
import { byDecision } from '../undoing';
import { AmendDecision } from './amend-decision.command';
import { decideAmendment } from './amend-decision.decide';

@CommandHandler(AmendDecision)
export class AmendDecisionHandler implements ICommandHandler<AmendDecision, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ decision: stream, input, requested }: AmendDecision): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: decision,
        reads: byDecision(input),
        decide: (state, { by }, context) => decideAmendment(stream, state, input, by, context),
      }),
    );
  }
}

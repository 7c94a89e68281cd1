import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { decision } from '../decision.state';
import { byDecision } from '../undoing';
import { RepealDecision } from './repeal-decision.command';
import { decideRepeal } from './repeal-decision.decide';

@CommandHandler(RepealDecision)
export class RepealDecisionHandler implements ICommandHandler<RepealDecision, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ decision: stream, input, requested }: RepealDecision): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: decision,
        reads: byDecision(input),
        decide: (state, { by }, context) => decideRepeal(stream, state, input, by, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { decision } from '../decision.state';
import { byDecision } from '../undoing';
import { AnnulDecision } from './annul-decision.command';
import { decideAnnulment } from './annul-decision.decide';

@CommandHandler(AnnulDecision)
export class AnnulDecisionHandler implements ICommandHandler<AnnulDecision, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ decision: stream, input, requested }: AnnulDecision): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: decision,
        reads: byDecision(input),
        decide: (state, { by }, context) => decideAnnulment(stream, state, input, by, context),
      }),
    );
  }
}

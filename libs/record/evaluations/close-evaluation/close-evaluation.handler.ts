import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { evaluation } from '../evaluation.state';
import { CloseEvaluation } from './close-evaluation.command';
import { decideClosing } from './close-evaluation.decide';

@CommandHandler(CloseEvaluation)
export class CloseEvaluationHandler implements ICommandHandler<CloseEvaluation, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ evaluation: stream, input, requested }: CloseEvaluation): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: evaluation,
        decide: (state, _, context) => decideClosing(state, input, requested.by.actor, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authorityNamedBy } from '../../authority/authority-named-by';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { guarantor } from '../guarantor.state';
import { AnswerRecommendation } from './answer-recommendation.command';
import { decideAnswer } from './answer-recommendation.decide';

@CommandHandler(AnswerRecommendation)
export class AnswerRecommendationHandler implements ICommandHandler<AnswerRecommendation, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ guarantor: stream, input, requested }: AnswerRecommendation): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: guarantor,
        reads: { authority: await authorityNamedBy(this.decisions, stream, guarantor) },
        decide: (state, seen, context) => decideAnswer(state, input, seen, requested.by.actor, context),
      }),
    );
  }
}

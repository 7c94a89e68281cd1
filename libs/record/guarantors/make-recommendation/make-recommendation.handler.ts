import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { consultation } from '../../consultations/consultation.state';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { guarantor } from '../guarantor.state';
import { MakeRecommendation } from './make-recommendation.command';
import { decideRecommendation } from './make-recommendation.decide';

@CommandHandler(MakeRecommendation)
export class MakeRecommendationHandler implements ICommandHandler<MakeRecommendation, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ guarantor: stream, input, requested }: MakeRecommendation): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: guarantor,
        reads: { ...(input.consultation && { consultation: { stream: input.consultation, decider: consultation } }) },
        decide: (state, seen, context) => decideRecommendation(state, input, seen, requested.by.actor, context),
      }),
    );
  }
}

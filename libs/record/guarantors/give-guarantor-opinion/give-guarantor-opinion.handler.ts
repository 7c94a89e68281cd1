import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { consultation } from '../../consultations/consultation.state';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { guarantor } from '../guarantor.state';
import { GiveGuarantorOpinion } from './give-guarantor-opinion.command';
import { decideOpinion } from './give-guarantor-opinion.decide';

@CommandHandler(GiveGuarantorOpinion)
export class GiveGuarantorOpinionHandler implements ICommandHandler<GiveGuarantorOpinion, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ guarantor: stream, input, requested }: GiveGuarantorOpinion): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: guarantor,
        reads: { ...(input.consultation && { consultation: { stream: input.consultation, decider: consultation } }) },
        decide: (state, seen, context) => decideOpinion(state, input, seen, requested.by.actor, context),
      }),
    );
  }
}

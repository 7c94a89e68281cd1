import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { consultation, type ConsultationState } from '../../consultations/consultation.state';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Reads, type Recorded } from '../../deciding/take-decision';
import { authorityOf, onlyConsultationOf } from '../what-a-decision-names';
import { decision } from '../decision.state';
import { TakeStep } from './take-step.command';
import { decideStep } from './take-step.decide';

@CommandHandler(TakeStep)
export class TakeStepHandler implements ICommandHandler<TakeStep, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ decision: stream, input, requested }: TakeStep): Promise<Recorded> {
    const named = input.consultation ?? (await onlyConsultationOf(this.decisions, stream));
    const path: { consultation?: Reads<ConsultationState> } =
      named === undefined ? {} : { consultation: { stream: named, decider: consultation } };
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: decision,
        reads: { authority: await authorityOf(this.decisions, stream), ...path },
        decide: (state, seen, context) => decideStep(state, { ...input, consultation: named }, seen, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { consultation } from '../../consultations/consultation.state';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { guarantor } from '../guarantor.state';
import { ReceiveObservation } from './receive-observation.command';
import { decideObservation } from './receive-observation.decide';

@CommandHandler(ReceiveObservation)
export class ReceiveObservationHandler implements ICommandHandler<ReceiveObservation, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ guarantor: stream, input, requested }: ReceiveObservation): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: guarantor,
        reads: { ...(input.consultation && { consultation: { stream: input.consultation, decider: consultation } }) },
        decide: (state, seen, context) => decideObservation(state, input, seen, context),
      }),
    );
  }
}

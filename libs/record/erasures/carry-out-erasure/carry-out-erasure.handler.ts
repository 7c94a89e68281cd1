import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { erasure } from '../erasure.state';
import { CarryOutErasure } from './carry-out-erasure.command';
import { decideCarriedOut } from './carry-out-erasure.decide';

@CommandHandler(CarryOutErasure)
export class CarryOutErasureHandler implements ICommandHandler<CarryOutErasure, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ erasure: stream, places, requested }: CarryOutErasure): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: erasure,
        decide: (state) => decideCarriedOut(state, places),
      }),
    );
  }
}

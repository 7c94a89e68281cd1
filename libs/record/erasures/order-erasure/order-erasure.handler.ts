import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { whereDecided } from '../answered-request';
import { erasure } from '../erasure.state';
import { target } from '../sealed-fields-of-target';
import { OrderErasure } from './order-erasure.command';
import { decideErasure } from './order-erasure.decide';

@CommandHandler(OrderErasure)
export class OrderErasureHandler implements ICommandHandler<OrderErasure, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ input, requested }: OrderErasure): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        ...(await whereDecided(this.decisions, input.request, requested)),
        decider: erasure,
        reads: { target: { stream: input.target, decider: target } },
        decide: (state, seen) => decideErasure(state, input, seen.target, requested.by.actor.body),
      }),
    );
  }
}

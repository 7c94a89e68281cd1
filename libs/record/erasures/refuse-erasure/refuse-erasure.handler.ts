import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { whereDecided } from '../answered-request';
import { erasure } from '../erasure.state';
import { target } from '../sealed-fields-of-target';
import { RefuseErasure } from './refuse-erasure.command';
import { decideErasureRefused } from './refuse-erasure.decide';

@CommandHandler(RefuseErasure)
export class RefuseErasureHandler implements ICommandHandler<RefuseErasure, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ input, requested }: RefuseErasure): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        ...(await whereDecided(this.decisions, input.request, requested)),
        decider: erasure,
        reads: { target: { stream: input.target, decider: target } },
        decide: (state, seen, context) =>
          decideErasureRefused(state, input, seen.target, requested.by.actor.body, context),
      }),
    );
  }
}

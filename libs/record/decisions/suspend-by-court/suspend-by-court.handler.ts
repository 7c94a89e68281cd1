import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { decision } from '../decision.state';
import { SuspendByCourt } from './suspend-by-court.command';
import { decideSuspensionByCourt } from './suspend-by-court.decide';

@CommandHandler(SuspendByCourt)
export class SuspendByCourtHandler implements ICommandHandler<SuspendByCourt, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ decision: stream, input, requested }: SuspendByCourt): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: decision,
        decide: (state, _, context) => decideSuspensionByCourt(state, input, context),
      }),
    );
  }
}

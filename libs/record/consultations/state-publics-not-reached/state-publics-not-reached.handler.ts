import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { StatePublicsNotReached } from './state-publics-not-reached.command';
import { decidePublicsNotReached } from './state-publics-not-reached.decide';

@CommandHandler(StatePublicsNotReached)
export class StatePublicsNotReachedHandler implements ICommandHandler<StatePublicsNotReached, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ consultation: stream, input, requested }: StatePublicsNotReached): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: consultation,
        decide: (state, _, context) => decidePublicsNotReached(state, input, context),
      }),
    );
  }
}

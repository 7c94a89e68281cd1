import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { deadline } from '../deadline.state';
import { missingDeadline, readsOf, runFrom, whichDeadline } from '../which-deadline';
import { StateMet } from './state-met.command';
import { decideMet } from './state-met.decide';

@CommandHandler(StateMet)
export class StateMetHandler implements ICommandHandler<StateMet, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ deadline: stream, input, requested }: StateMet): Promise<Recorded> {
    const which = await whichDeadline(this.decisions, stream, input);
    if (!which) return settled(missingDeadline());
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: deadline,
        reads: await readsOf(this.decisions, which),
        decide: (state, seen, context) => decideMet(state, runFrom(state, seen, which), which, input, context),
      }),
    );
  }
}

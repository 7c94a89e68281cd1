import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { deadline } from '../deadline.state';
import { missingDeadline, readsOf, runFrom, whichDeadline } from '../which-deadline';
import { WaiveDeadline } from './waive-deadline.command';
import { decideWaiver } from './waive-deadline.decide';

@CommandHandler(WaiveDeadline)
export class WaiveDeadlineHandler implements ICommandHandler<WaiveDeadline, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ deadline: stream, input, requested }: WaiveDeadline): Promise<Recorded> {
    const which = await whichDeadline(this.decisions, stream, input);
    if (!which) return settled(missingDeadline());
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: deadline,
        reads: await readsOf(this.decisions, which),
        decide: (state, seen, context) => decideWaiver(state, runFrom(state, seen, which), which, input, context),
      }),
    );
  }
}

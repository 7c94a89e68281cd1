import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { ExtendPeriod } from './extend-period.command';
import { decideExtension } from './extend-period.decide';

@CommandHandler(ExtendPeriod)
export class ExtendPeriodHandler implements ICommandHandler<ExtendPeriod, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ consultation: stream, input, requested }: ExtendPeriod): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: consultation,
        decide: (state, _, context) => decideExtension(state, input, context),
      }),
    );
  }
}

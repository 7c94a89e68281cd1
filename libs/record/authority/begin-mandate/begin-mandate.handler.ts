import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { authority } from '../authority.state';
import { BeginMandate } from './begin-mandate.command';
import { decideMandate } from './begin-mandate.decide';

@CommandHandler(BeginMandate)
export class BeginMandateHandler implements ICommandHandler<BeginMandate, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ authority: stream, input, requested }: BeginMandate): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: authority,
        decide: (state, _, context) => decideMandate(state, input, context),
      }),
    );
  }
}

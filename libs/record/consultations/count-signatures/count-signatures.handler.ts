import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { CountSignatures } from './count-signatures.command';
import { decideSignatures } from './count-signatures.decide';

@CommandHandler(CountSignatures)
export class CountSignaturesHandler implements ICommandHandler<CountSignatures, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ consultation: stream, input, requested }: CountSignatures): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: consultation,
        decide: (state, _, context) => decideSignatures(state, input, context),
      }),
    );
  }
}

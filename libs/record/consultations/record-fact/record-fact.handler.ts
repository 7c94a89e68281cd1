import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { consultation } from '../consultation.state';
import { RecordFact } from './record-fact.command';
import { decideFact } from './record-fact.decide';

@CommandHandler(RecordFact)
export class RecordFactHandler implements ICommandHandler<RecordFact, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ consultation: stream, input, requested }: RecordFact): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: consultation,
        decide: (state, _, context) => decideFact(state, input, context),
      }),
    );
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { decision } from '../decision.state';
import { RecordRuling } from './record-ruling.command';
import { decideRuling } from './record-ruling.decide';

@CommandHandler(RecordRuling)
export class RecordRulingHandler implements ICommandHandler<RecordRuling, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ decision: stream, input, requested }: RecordRuling): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: decision,
        decide: (state, _, context) => decideRuling(state, input, context),
      }),
    );
  }
}

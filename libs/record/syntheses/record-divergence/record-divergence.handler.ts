import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assistanceOf, unlessAssistanceOff } from '../../authority/assistance';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { synthesis } from '../synthesis.state';
import { RecordDivergence } from './record-divergence.command';
import { decideDivergence } from './record-divergence.decide';

@CommandHandler(RecordDivergence)
export class RecordDivergenceHandler implements ICommandHandler<RecordDivergence, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: RecordDivergence): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: synthesis,
        reads: await assistanceOf(this.decisions, id, input),
        decide: (state, { assistance }, context) =>
          unlessAssistanceOff(decideDivergence(state, input, context), assistance, input),
      }),
    );
  }
}

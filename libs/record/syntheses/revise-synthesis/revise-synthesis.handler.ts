import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assistanceOf, unlessAssistanceOff } from '../../authority/assistance';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { synthesis } from '../synthesis.state';
import { ReviseSynthesis } from './revise-synthesis.command';
import { decideRevision } from './revise-synthesis.decide';

@CommandHandler(ReviseSynthesis)
export class ReviseSynthesisHandler implements ICommandHandler<ReviseSynthesis, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: ReviseSynthesis): Promise<Recorded> {
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: synthesis,
        reads: await assistanceOf(this.decisions, id, input),
        decide: (state, { assistance }, context) =>
          unlessAssistanceOff(decideRevision(state, input, context), assistance, input),
      }),
    );
  }
}

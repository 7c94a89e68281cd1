import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
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
        decide: (state, _, context) => decideRevision(state, input, context),
      }),
    );
  }
}

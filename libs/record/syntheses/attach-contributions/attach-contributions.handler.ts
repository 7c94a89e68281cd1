import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assistanceOf, unlessAssistanceOff } from '../../authority/assistance';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Recorded } from '../../deciding/take-decision';
import { loadContributions } from '../load-contributions';
import { synthesis } from '../synthesis.state';
import { AttachContributions } from './attach-contributions.command';
import { decideAttachment } from './attach-contributions.decide';

@CommandHandler(AttachContributions)
export class AttachContributionsHandler implements ICommandHandler<AttachContributions, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ id, input, requested }: AttachContributions): Promise<Recorded> {
    const ids = input.members.map(({ contribution }) => contribution);
    const found = await loadContributions(this.decisions, ids);
    return settled(
      await this.decisions.take({
        ...requested,
        stream: id,
        decider: synthesis,
        reads: await assistanceOf(this.decisions, id, input),
        decide: (state, { assistance }, context) =>
          unlessAssistanceOff(decideAttachment(state, input, found, context), assistance, input),
      }),
    );
  }
}

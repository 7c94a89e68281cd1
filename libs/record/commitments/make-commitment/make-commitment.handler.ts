import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { authority } from '../../authority/authority.state';
import { firstMissing } from '../../deciding/first-missing';
import { newObjectId } from '../../deciding/object-id';
import { settled } from '../../deciding/settle';
import { DecisionTaker, type Reads, type Recorded } from '../../deciding/take-decision';
import { firstRestricted } from '../../contributions/first-restricted';
import { commitment, type CommitmentState } from '../commitment.state';
import { decisionNamed } from '../decision-named';
import { MakeCommitment } from './make-commitment.command';
import { decideMaking } from './make-commitment.decide';

@CommandHandler(MakeCommitment)
export class MakeCommitmentHandler implements ICommandHandler<MakeCommitment, Recorded> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ input, requested }: MakeCommitment): Promise<Recorded> {
    const parent: { parent?: Reads<CommitmentState> } = input.parent
      ? { parent: { stream: input.parent, decider: commitment } }
      : {};
    const missing = await firstMissing(this.decisions, input.answers);
    const restricted = await firstRestricted(this.decisions, input.answers);
    return settled(
      await this.decisions.take({
        ...requested,
        stream: newObjectId('commitment', this.decisions.instanceKey, requested, input.source),
        decider: commitment,
        reads: { authority: { stream: input.authority, decider: authority }, ...decisionNamed(input), ...parent },
        decide: (state, seen, context) => decideMaking(state, input, { ...seen, missing, restricted }, context),
      }),
    );
  }
}

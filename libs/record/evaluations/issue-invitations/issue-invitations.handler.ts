import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { digestOf, inGroups, newSecretLetters } from '../../deciding/secret-letters';
import { settled } from '../../deciding/settle';
import { DecisionTaker } from '../../deciding/take-decision';
import { evaluation } from '../evaluation.state';
import { IssueInvitations, type IssuedInvitations } from './issue-invitations.command';
import { decideInvitations } from './issue-invitations.decide';

@CommandHandler(IssueInvitations)
export class IssueInvitationsHandler implements ICommandHandler<IssueInvitations, IssuedInvitations> {
  constructor(private readonly decisions: DecisionTaker) {}

  async execute({ evaluation: stream, input, requested }: IssueInvitations): Promise<IssuedInvitations> {
    const codes = Array.from({ length: input.count }, () => newSecretLetters());
    const digests = codes.map(digestOf);
    const recorded = settled(
      await this.decisions.take({
        ...requested,
        stream,
        decider: evaluation,
        decide: (state, _, context) => decideInvitations(state, digests, requested.by.actor, context),
      }),
    );
    return recorded.duplicate ? recorded : { ...recorded, invitations: codes.map(inGroups) };
  }
}

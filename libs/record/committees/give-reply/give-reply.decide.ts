import { replyGiven } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownFunction } from '../../authority/known-in-authority';
import { notTheAuthority } from '../../deciding/acting-for';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitteeState } from '../committee.state';
import { missingCommittee, unknownFinding } from '../standing';
import type { GiveReplyInput } from './give-reply.command';

/** The right of reply ends with nothing: not with the time limit, nor with the closing. Later replies supplement the first. */
export function decideReply(
  state: CommitteeState,
  command: GiveReplyInput,
  { authority }: { readonly authority: AuthorityState },
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommittee();
  return (
    notTheAuthority('finding.byTheAuthority', actor) ??
    unknownFinding(state.findings, command.finding) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ??
    notYetHappened('committee.toCome', command.occurredOn, today) ?? [
      eventFrom(replyGiven, command, { supplements: state.findings.get(command.finding)!.reply ?? undefined }),
    ]
  );
}

import { committeeSuspensionReplied } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { Decided } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { noReplyTo, type ReplyToSuspensionInput } from '../../passages/reply-to-suspension';
import type { CommitteeState } from '../committee.state';
import { missingCommittee, notItsAuthor } from '../standing';

export function decideSuspensionReply(state: CommitteeState, command: ReplyToSuspensionInput, actor: Actor): Decided {
  if (!state.exists) return missingCommittee();
  return (
    notItsAuthor(state, actor) ?? noReplyTo(state.passages, command) ?? [eventFrom(committeeSuspensionReplied, command)]
  );
}

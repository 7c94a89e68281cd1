import { guarantorSuspensionReplied } from '@fil/facts/events/guarantor.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { Decided } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { noReplyTo, type ReplyToSuspensionInput } from '../../passages/reply-to-suspension';
import type { GuarantorState } from '../guarantor.state';
import { missingGuarantor, notItsAuthor } from '../standing';

export function decideSuspensionReply(state: GuarantorState, command: ReplyToSuspensionInput, actor: Actor): Decided {
  if (!state.exists) return missingGuarantor();
  return (
    notItsAuthor(state, actor) ?? noReplyTo(state.passages, command) ?? [eventFrom(guarantorSuspensionReplied, command)]
  );
}

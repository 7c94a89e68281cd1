import { guarantorWithdrew } from '@fil/facts/events/guarantor.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { GuarantorState } from '../guarantor.state';
import { hasWithdrawn, missingGuarantor, notItsAuthor } from '../standing';
import type { WithdrawGuarantorInput } from './withdraw-guarantor.command';

/** It withdraws by itself: nobody removes a guarantor. */
export function decideWithdrawal(
  state: GuarantorState,
  command: WithdrawGuarantorInput,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingGuarantor();
  return (
    notItsAuthor(state, actor) ??
    hasWithdrawn(state) ??
    notYetHappened('guarantor.toCome', command.occurredOn, today) ?? [eventFrom(guarantorWithdrew, command)]
  );
}

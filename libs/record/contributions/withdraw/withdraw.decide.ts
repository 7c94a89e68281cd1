import { contributionWithdrawn } from '@fil/facts/events/contribution.events';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ContributionState } from '../contribution.state';
import { closedToChanges, unknownContribution } from '../still-open';
import type { WithdrawInput } from './withdraw.command';

/** What was answered before stays on the page. The author's key was checked before. */
export function decideWithdrawal(
  state: ContributionState,
  command: Omit<WithdrawInput, 'authorKey'> & Pick<CommonFacts, 'takenOver'>,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownContribution();
  return (
    closedToChanges(state) ??
    notYetHappened('withdrawal.toCome', command.occurredOn, today) ?? [eventFrom(contributionWithdrawn, command)]
  );
}

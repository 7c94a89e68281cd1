import { memberTiesDeclared } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitteeState } from '../committee.state';
import { missingCommittee, notAMember, notItsAuthor } from '../standing';
import type { DeclareTiesInput } from './declare-ties.command';

/** What a member declares takes the place of what she declared before, from that day on. */
export function decideTies(
  state: CommitteeState,
  command: DeclareTiesInput,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommittee();
  return (
    notItsAuthor(state, actor) ??
    notAMember(state, command.member) ??
    notYetHappened('committee.toCome', command.occurredOn, today) ?? [eventFrom(memberTiesDeclared, command)]
  );
}

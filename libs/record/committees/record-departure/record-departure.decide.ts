import { memberLeft } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { CommitteeState } from '../committee.state';
import { missingCommittee, notAMember, notOfEither } from '../standing';
import type { RecordDepartureInput } from './record-departure.command';

export function decideDeparture(
  state: CommitteeState,
  command: RecordDepartureInput,
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingCommittee();
  return (
    notOfEither(state, actor) ??
    notAMember(state, command.member) ??
    notYetHappened('committee.toCome', command.occurredOn, today) ?? [eventFrom(memberLeft, command)]
  );
}

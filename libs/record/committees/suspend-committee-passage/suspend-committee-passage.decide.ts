import { committeePassageSuspended } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notSuspendable, type SuspendPassageInput } from '../../passages/suspend-passage';
import type { CommitteeState } from '../committee.state';
import { missingCommittee } from '../standing';

export function decideSuspension(
  state: CommitteeState,
  command: SuspendPassageInput,
  { authority }: { readonly authority: AuthorityState },
  actor: Actor,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingCommittee();
  return (
    notSuspendable(state.passages, command, actor, context) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ?? [eventFrom(committeePassageSuspended, command)]
  );
}

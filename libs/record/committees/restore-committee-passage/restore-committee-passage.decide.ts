import { committeePassageRestored } from '@fil/facts/events/committee.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownFunction } from '../../authority/known-in-authority';
import type { Decided } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notRestorable, type RestorePassageInput } from '../../passages/restore-passage';
import type { CommitteeState } from '../committee.state';
import { missingCommittee } from '../standing';

export function decideRestoration(
  state: CommitteeState,
  command: RestorePassageInput,
  { authority }: { readonly authority: AuthorityState },
  actor: Actor,
): Decided {
  if (!state.exists) return missingCommittee();
  return (
    notRestorable(state.passages, command, actor) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ?? [eventFrom(committeePassageRestored, command)]
  );
}

import { guarantorPassageSuspended } from '@fil/facts/events/guarantor.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownFunction } from '../../authority/known-in-authority';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notSuspendable, type SuspendPassageInput } from '../../passages/suspend-passage';
import type { GuarantorState } from '../guarantor.state';
import { missingGuarantor } from '../standing';

export function decideSuspension(
  state: GuarantorState,
  command: SuspendPassageInput,
  { authority }: { readonly authority: AuthorityState },
  actor: Actor,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingGuarantor();
  return (
    notSuspendable(state.passages, command, actor, context) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ?? [eventFrom(guarantorPassageSuspended, command)]
  );
}

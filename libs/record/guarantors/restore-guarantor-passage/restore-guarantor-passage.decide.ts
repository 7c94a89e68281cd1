import { guarantorPassageRestored } from '@fil/facts/events/guarantor.events';
import type { Actor } from '@fil/facts/kit/actor';
import type { AuthorityState } from '../../authority/authority.state';
import { unknownFunction } from '../../authority/known-in-authority';
import type { Decided } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notRestorable, type RestorePassageInput } from '../../passages/restore-passage';
import type { GuarantorState } from '../guarantor.state';
import { missingGuarantor } from '../standing';

export function decideRestoration(
  state: GuarantorState,
  command: RestorePassageInput,
  { authority }: { readonly authority: AuthorityState },
  actor: Actor,
): Decided {
  if (!state.exists) return missingGuarantor();
  return (
    notRestorable(state.passages, command, actor) ??
    unknownFunction(authority, command.decidedBy, 'decidedBy') ?? [eventFrom(guarantorPassageRestored, command)]
  );
}

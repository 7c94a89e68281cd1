import { bodyRenamed } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { missingAuthority, notAStandingBody } from '../standing-codes';
import type { RenameBodyInput } from './rename-body.command';

export function decideBodyRenaming(
  state: AuthorityState,
  command: RenameBodyInput & { body: string },
  context: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    notAStandingBody(state, command.body) ??
    notYetHappened('authority.toCome', command.occurredOn, context.today) ?? [eventFrom(bodyRenamed, command)]
  );
}

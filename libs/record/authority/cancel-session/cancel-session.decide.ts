import { sessionCancelled } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { missingAuthority } from '../standing-codes';
import { notAStandingSession } from '../standing-session';
import type { CancelSessionInput } from './cancel-session.command';

export function decideSessionCancellation(
  state: AuthorityState,
  command: CancelSessionInput & { session: string },
  { today }: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    notAStandingSession(state, command.session, today) ??
    notYetHappened('authority.toCome', command.occurredOn, today) ?? [eventFrom(sessionCancelled, command)]
  );
}

import { sessionScheduled } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { unknownBody } from '../known-in-authority';
import { codeUsed, endedBody, missingAuthority } from '../standing-codes';
import type { ScheduleSessionInput } from './schedule-session.command';

/** Past sessions too: a calendar may be entered afterwards. */
export function decideSession(state: AuthorityState, command: ScheduleSessionInput, context: DecidingContext): Decided {
  return (
    missingAuthority(state) ??
    codeUsed(state.sessions, command.session, 'session') ??
    unknownBody(state, command.body, 'body') ??
    endedBody(state, command.body, 'body') ??
    notYetHappened('authority.toCome', command.occurredOn, context.today) ?? [eventFrom(sessionScheduled, command)]
  );
}

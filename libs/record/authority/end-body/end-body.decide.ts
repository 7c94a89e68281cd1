import { bodyEnded } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { unknownBody } from '../known-in-authority';
import { endedBody, missingAuthority, notAStandingBody, succeedsItself } from '../standing-codes';
import type { EndBodyInput } from './end-body.command';

export function decideBodyEnd(
  state: AuthorityState,
  command: EndBodyInput & { body: string },
  context: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    notAStandingBody(state, command.body) ??
    succeedsItself(command.body, command.successor) ??
    unknownBody(state, command.successor, 'successor') ??
    endedBody(state, command.successor, 'successor') ??
    notYetHappened('authority.toCome', command.occurredOn, context.today) ?? [eventFrom(bodyEnded, command)]
  );
}

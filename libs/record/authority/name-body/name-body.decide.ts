import { bodyNamed } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { unknownBody } from '../known-in-authority';
import { codeUsed, endedBody, missingAuthority } from '../standing-codes';
import type { NameBodyInput } from './name-body.command';

export function decideBodyName(state: AuthorityState, command: NameBodyInput, context: DecidingContext): Decided {
  return (
    missingAuthority(state) ??
    codeUsed(state.bodies, command.body, 'body') ??
    unknownBody(state, command.parent, 'parent') ??
    endedBody(state, command.parent, 'parent') ??
    notYetHappened('authority.toCome', command.occurredOn, context.today) ?? [eventFrom(bodyNamed, command)]
  );
}

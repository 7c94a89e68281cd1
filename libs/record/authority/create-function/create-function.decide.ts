import { functionCreated } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { unknownBody } from '../known-in-authority';
import { codeUsed, endedBody, missingAuthority } from '../standing-codes';
import type { CreateFunctionInput } from './create-function.command';

export function decideFunction(state: AuthorityState, command: CreateFunctionInput, context: DecidingContext): Decided {
  return (
    missingAuthority(state) ??
    codeUsed(state.functions, command.function, 'function') ??
    unknownBody(state, command.body, 'body') ??
    endedBody(state, command.body, 'body') ??
    notYetHappened('authority.toCome', command.occurredOn, context.today) ?? [eventFrom(functionCreated, command)]
  );
}

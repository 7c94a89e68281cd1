import { functionEnded } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { unknownFunction } from '../known-in-authority';
import { endedFunction, missingAuthority, notAStandingFunction, succeedsItself } from '../standing-codes';
import type { EndFunctionInput } from './end-function.command';

export function decideFunctionEnd(
  state: AuthorityState,
  command: EndFunctionInput & { function: string },
  context: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    notAStandingFunction(state, command.function) ??
    succeedsItself(command.function, command.successor) ??
    unknownFunction(state, command.successor, 'successor') ??
    endedFunction(state, command.successor, 'successor') ??
    notYetHappened('authority.toCome', command.occurredOn, context.today) ?? [eventFrom(functionEnded, command)]
  );
}

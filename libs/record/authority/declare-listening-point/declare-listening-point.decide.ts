import { listeningPointDeclared } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { unknownBody } from '../known-in-authority';
import { codeUsed, endedBody, missingAuthority } from '../standing-codes';
import { endedTerritory, unknownTerritory } from '../standing-territory';
import type { DeclareListeningPointInput } from './declare-listening-point.command';

export function decideListeningPoint(
  state: AuthorityState,
  command: DeclareListeningPointInput,
  { today }: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    codeUsed(state.listeningPoints, command.point, 'point') ??
    unknownBody(state, command.body, 'body') ??
    endedBody(state, command.body, 'body') ??
    unknownTerritory(state, command.territory, 'territory') ??
    endedTerritory(state, command.territory, 'territory') ??
    notYetHappened('authority.toCome', command.occurredOn, today) ?? [eventFrom(listeningPointDeclared, command)]
  );
}

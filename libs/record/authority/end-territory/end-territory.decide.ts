import { territoryEnded } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { missingAuthority, succeedsItself } from '../standing-codes';
import { endedTerritory, notAStandingTerritory, unknownTerritory } from '../standing-territory';
import type { EndTerritoryInput } from './end-territory.command';

export function decideTerritoryEnd(
  state: AuthorityState,
  command: EndTerritoryInput & { territory: string },
  context: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    notAStandingTerritory(state, command.territory) ??
    succeedsItself(command.territory, command.successor) ??
    unknownTerritory(state, command.successor, 'successor') ??
    endedTerritory(state, command.successor, 'successor') ??
    notYetHappened('authority.toCome', command.occurredOn, context.today) ?? [eventFrom(territoryEnded, command)]
  );
}

import { territoryAdded } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { codeUsed, missingAuthority } from '../standing-codes';
import { endedTerritory, unknownTerritory } from '../standing-territory';
import type { AddTerritoryInput } from './add-territory.command';

export function decideTerritory(state: AuthorityState, command: AddTerritoryInput, context: DecidingContext): Decided {
  return (
    missingAuthority(state) ??
    codeUsed(state.territories, command.territory, 'territory') ??
    unknownTerritory(state, command.parent, 'parent') ??
    endedTerritory(state, command.parent, 'parent') ??
    notYetHappened('authority.toCome', command.occurredOn, context.today) ?? [eventFrom(territoryAdded, command)]
  );
}

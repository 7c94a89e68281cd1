import { listeningPointChanged } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { unknownBody } from '../known-in-authority';
import { endedBody, missingAuthority } from '../standing-codes';
import { notAStandingListeningPoint } from '../standing-listening-point';
import { endedTerritory, unknownTerritory } from '../standing-territory';
import type { ChangeListeningPointInput } from './change-listening-point.command';

/** The whole description anew: what is not said again no longer holds. */
export function decideListeningPointChange(
  state: AuthorityState,
  command: ChangeListeningPointInput & { point: string },
  { today }: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    notAStandingListeningPoint(state, command.point) ??
    unknownBody(state, command.body, 'body') ??
    endedBody(state, command.body, 'body') ??
    unknownTerritory(state, command.territory, 'territory') ??
    endedTerritory(state, command.territory, 'territory') ??
    notYetHappened('authority.toCome', command.occurredOn, today) ?? [eventFrom(listeningPointChanged, command)]
  );
}

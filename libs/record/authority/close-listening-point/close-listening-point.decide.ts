import { listeningPointClosed } from '@fil/facts/events/authority.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { AuthorityState } from '../authority.state';
import { missingAuthority } from '../standing-codes';
import { notAStandingListeningPoint } from '../standing-listening-point';
import type { CloseListeningPointInput } from './close-listening-point.command';

export function decideListeningPointClosing(
  state: AuthorityState,
  command: CloseListeningPointInput & { point: string },
  { today }: DecidingContext,
): Decided {
  return (
    missingAuthority(state) ??
    notAStandingListeningPoint(state, command.point) ??
    notYetHappened('authority.toCome', command.occurredOn, today) ?? [eventFrom(listeningPointClosed, command)]
  );
}

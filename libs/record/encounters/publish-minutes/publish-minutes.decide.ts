import { minutesPublished } from '@fil/facts/events/encounter.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { type EncounterState } from '../encounter.state';
import { missingEncounter, notHeldYet } from '../missing-encounter';
import type { PublishMinutesInput } from './publish-minutes.command';

export function decideMinutes(state: EncounterState, command: PublishMinutesInput, context: DecidingContext): Decided {
  if (!state.exists) return missingEncounter();
  if (state.heldOn === null) return notHeldYet();
  return (
    notYetHappened('encounter.toCome', command.occurredOn, context.today) ?? [eventFrom(minutesPublished, command)]
  );
}

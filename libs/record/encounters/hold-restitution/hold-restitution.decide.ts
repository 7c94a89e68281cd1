import { restitutionHeld } from '@fil/facts/events/encounter.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { type EncounterState } from '../encounter.state';
import { missingEncounter, notHeldYet } from '../missing-encounter';
import type { HoldRestitutionInput } from './hold-restitution.command';

export function decideRestitution(
  state: EncounterState,
  command: HoldRestitutionInput,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingEncounter();
  if (state.heldOn === null) return notHeldYet();
  return notYetHappened('encounter.toCome', command.occurredOn, context.today) ?? [eventFrom(restitutionHeld, command)];
}

import { encounterHeld } from '@fil/facts/events/encounter.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { type EncounterState } from '../encounter.state';
import { cancelledEncounter, missingEncounter } from '../missing-encounter';
import type { HoldEncounterInput } from './hold-encounter.command';

export function decideHolding(state: EncounterState, command: HoldEncounterInput, context: DecidingContext): Decided {
  if (!state.exists) return missingEncounter();
  if (state.cancelled) return cancelledEncounter();
  if (state.heldOn !== null) {
    return refuse(
      'encounter.alreadyHeld',
      { fr: 'Cette rencontre a déjà eu lieu.', en: 'This encounter has already taken place.' },
      { kind: 'conflict' },
    );
  }
  return notYetHappened('encounter.toCome', command.occurredOn, context.today) ?? [eventFrom(encounterHeld, command)];
}

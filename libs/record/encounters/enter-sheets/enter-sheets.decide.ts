import { sheetsEntered } from '@fil/facts/events/encounter.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { type EncounterState } from '../encounter.state';
import { missingEncounter } from '../missing-encounter';
import type { EnterSheetsInput } from './enter-sheets.command';

/** A difference may be explained now or later; until it is, the collection cannot close. */
export function decideEntering(state: EncounterState, command: EnterSheetsInput, context: DecidingContext): Decided {
  if (!state.exists) return missingEncounter();
  if (state.counted === null) {
    return refuse(
      'encounter.notCounted',
      {
        fr: 'Comptez d’abord les fiches remises, devant témoin.',
        en: 'Count the sheets handed in first, before somebody.',
      },
      { kind: 'conflict' },
    );
  }
  const differenceExplained = command.difference !== undefined;
  return (
    notYetHappened('encounter.toCome', command.occurredOn, context.today) ?? [
      eventFrom(sheetsEntered, command, { differenceExplained }),
    ]
  );
}

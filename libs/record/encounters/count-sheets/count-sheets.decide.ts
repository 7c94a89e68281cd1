import { sheetsCounted } from '@fil/facts/events/encounter.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { type EncounterState } from '../encounter.state';
import { missingEncounter, notHeldYet } from '../missing-encounter';
import type { CountSheetsInput } from './count-sheets.command';

export function decideCounting(state: EncounterState, command: CountSheetsInput, context: DecidingContext): Decided {
  if (!state.exists) return missingEncounter();
  if (state.heldOn === null) return notHeldYet();
  if (command.blank > command.handedIn) {
    return refuse(
      'encounter.moreBlankThanHandedIn',
      {
        fr: 'Les fiches blanches sont comptées parmi les fiches remises : elles ne peuvent pas être plus nombreuses.',
        en: 'Blank sheets are counted among those handed in: there cannot be more of them.',
      },
      { field: 'blank' },
    );
  }
  return notYetHappened('encounter.toCome', command.occurredOn, context.today) ?? [eventFrom(sheetsCounted, command)];
}

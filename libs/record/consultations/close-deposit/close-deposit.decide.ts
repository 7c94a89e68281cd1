import { lastDay } from '@fil/facts/dates/when';
import { depositClosed } from '@fil/facts/events/consultation.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { sheetsDiffer, type EncounterState } from '../../encounters/encounter.state';
import type { ConsultationState, OpenedConsultation } from '../consultation.state';
import { missingConsultation } from '../missing-consultation';
import type { CloseDepositInput } from './close-deposit.command';

/** An encounter was announced between two looks at the consultation: look again. */
export const ANNOUNCED_MEANWHILE = 'consultation.encounterAnnouncedMeanwhile';

/** @param encounters by id, all those announced */
export function decideDepositClosing(
  state: ConsultationState,
  command: CloseDepositInput,
  encounters: Readonly<Record<string, EncounterState>>,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingConsultation();
  const period = state.deposits.at(-1);
  if (!period || period.closedOn !== null) {
    return refuse(
      'consultation.depositNotOpen',
      { fr: 'Le dépôt des contributions n’est pas ouvert.', en: 'The deposit of contributions is not open.' },
      { kind: 'conflict' },
    );
  }
  const toCome = notYetHappened('consultation.toCome', command.occurredOn, context.today);
  if (toCome) return toCome;
  if (lastDay(command.occurredOn ?? context.today) < period.openedOn) {
    return refuse(
      'consultation.depositClosedBeforeOpening',
      {
        fr: `Le dépôt a été ouvert le ${period.openedOn} : il ne peut pas avoir été clos plus tôt.`,
        en: `The deposit was opened on ${period.openedOn}: it cannot have been closed earlier.`,
      },
      { field: 'occurredOn' },
    );
  }
  return sheetsToEnter(state, encounters) ?? [eventFrom(depositClosed, command)];
}

/** Collection cannot close while the sheets counted and entered differ without a stated reason (02 §2.2). */
function sheetsToEnter(
  state: OpenedConsultation,
  encounters: Readonly<Record<string, EncounterState>>,
): Refusal | null {
  const unseen = state.encounters.find((id) => encounters[id] === undefined);
  if (unseen !== undefined) {
    return refuse(
      ANNOUNCED_MEANWHILE,
      {
        fr: 'Une rencontre vient d’être annoncée dans cette démarche. Recommencez.',
        en: 'An encounter has just been announced in this consultation. Try again.',
      },
      { kind: 'conflict' },
    );
  }
  const differing = state.encounters.filter((id) => {
    const one = encounters[id]!;
    return one.exists && sheetsDiffer(one);
  });
  return differing.length === 0
    ? null
    : refuse(
        'consultation.sheetsDiffer',
        {
          fr: `Les fiches saisies ne sont pas aussi nombreuses que les fiches remises (${differing.join(', ')}). Achevez la saisie, ou dites pourquoi elles diffèrent, avant de clore le recueil.`,
          en: `The sheets entered are not as many as those handed in (${differing.join(', ')}). Finish entering them, or say why they differ, before closing the collection.`,
        },
        { kind: 'conflict' },
      );
}

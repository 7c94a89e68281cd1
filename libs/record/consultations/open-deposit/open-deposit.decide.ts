import { firstDay, lastDay } from '@fil/facts/dates/when';
import { depositOpened } from '@fil/facts/events/consultation.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import { lastClosingDay, type ConsultationState } from '../consultation.state';
import { missingConsultation } from '../missing-consultation';
import type { OpenDepositInput } from './open-deposit.command';

export function decideDepositOpening(
  state: ConsultationState,
  command: OpenDepositInput,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingConsultation();
  const toCome = notYetHappened('consultation.toCome', command.occurredOn, context.today);
  if (toCome) return toCome;
  const closedOn = lastClosingDay(state, context.today);
  if (state.deposits.length > 0 && closedOn === null) {
    return refuse(
      'consultation.depositAlreadyOpen',
      { fr: 'Le dépôt des contributions est déjà ouvert.', en: 'The deposit of contributions is already open.' },
      { kind: 'conflict' },
    );
  }
  const openedOn = command.occurredOn ?? context.today;
  if (closedOn !== null && lastDay(openedOn) < closedOn) {
    return refuse(
      'consultation.depositOpenedBeforeClose',
      {
        fr: `Le dépôt a été clos le ${closedOn} : il ne peut pas avoir été rouvert plus tôt.`,
        en: `The deposit was closed on ${closedOn}: it cannot have been opened again earlier.`,
      },
      { field: 'occurredOn' },
    );
  }
  if (command.until !== undefined && command.until < firstDay(openedOn)) {
    return refuse(
      'consultation.depositEndsBeforeItBegins',
      { fr: 'Le dépôt ne peut pas prendre fin avant son ouverture.', en: 'The deposit cannot end before it opens.' },
      { field: 'until' },
    );
  }
  return [eventFrom(depositOpened, command)];
}

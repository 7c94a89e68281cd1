import { lastDay } from '@fil/facts/dates/when';
import { depositClosed } from '@fil/facts/events/consultation.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState } from '../consultation.state';
import { missingConsultation } from '../missing-consultation';
import type { CloseDepositInput } from './close-deposit.command';

export function decideDepositClosing(
  state: ConsultationState,
  command: CloseDepositInput,
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
  return [eventFrom(depositClosed, command)];
}

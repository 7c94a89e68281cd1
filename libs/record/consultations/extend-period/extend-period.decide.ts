import { periodExtended } from '@fil/facts/events/consultation.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState } from '../consultation.state';
import { missingConsultation } from '../missing-consultation';
import type { ExtendPeriodInput } from './extend-period.command';

export function decideExtension(
  state: ConsultationState,
  command: ExtendPeriodInput,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingConsultation();
  const last = state.deposits.at(-1);
  const from = last?.until ?? null;
  if (!last || from === null) {
    return refuse(
      'consultation.noPeriodToExtend',
      {
        fr: 'Aucun dernier jour de dépôt n’a été annoncé : il n’y a rien à prolonger.',
        en: 'No last day of deposit was announced: there is nothing to extend.',
      },
      { kind: 'conflict' },
    );
  }
  if (last.closedOn !== null || from < context.today) {
    return refuse(
      'consultation.depositOver',
      {
        fr: `Le dépôt a pris fin le ${last.closedOn ?? from} : il ne se prolonge plus, il se rouvre.`,
        en: `The deposit ended on ${last.closedOn ?? from}: it can no longer be extended, open it again.`,
      },
      { kind: 'conflict' },
    );
  }
  if (command.until <= from) {
    return refuse(
      'consultation.periodNotExtended',
      {
        fr: `Le dernier jour annoncé est le ${from} : indiquez un jour postérieur.`,
        en: `The last day announced is ${from}: give a later day.`,
      },
      { field: 'until' },
    );
  }
  return (
    notYetHappened('consultation.toCome', command.occurredOn, context.today) ?? [
      eventFrom(periodExtended, command, { from }),
    ]
  );
}

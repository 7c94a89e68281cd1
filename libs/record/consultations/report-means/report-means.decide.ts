import { meansReported } from '@fil/facts/events/consultation.events';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState } from '../consultation.state';
import { unknownReport } from '../entered-in-error';
import { missingConsultation } from '../missing-consultation';
import type { ReportMeansInput } from './report-means.command';

export function decideMeans(state: ConsultationState, command: ReportMeansInput, context: DecidingContext): Decided {
  if (!state.exists) return missingConsultation();
  if (command.cents === undefined && command.hours === undefined) {
    return refuse(
      'consultation.meansEmpty',
      {
        fr: 'Indiquez un montant, un nombre d’heures, ou les deux.',
        en: 'Give an amount, a number of hours, or both.',
      },
      { field: 'cents' },
    );
  }
  return (
    notYetHappened('consultation.toCome', command.occurredOn, context.today) ??
    unknownReport(state.meansReports, command.enteredInError) ?? [eventFrom(meansReported, command)]
  );
}

import { signaturesCounted } from '@fil/facts/events/consultation.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState } from '../consultation.state';
import { unknownReport } from '../entered-in-error';
import { missingConsultation } from '../missing-consultation';
import type { CountSignaturesInput } from './count-signatures.command';

export function decideSignatures(
  state: ConsultationState,
  command: CountSignaturesInput,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingConsultation();
  return (
    notYetHappened('consultation.toCome', command.on, context.today, 'on') ??
    notYetHappened('consultation.toCome', command.occurredOn, context.today) ??
    unknownReport(state.signatureCounts, command.enteredInError) ?? [eventFrom(signaturesCounted, command)]
  );
}

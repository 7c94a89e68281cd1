import { observationReceived } from '@fil/facts/events/guarantor.events';
import type { ConsultationState } from '../../consultations/consultation.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { GuarantorState } from '../guarantor.state';
import { hasWithdrawn, missingGuarantor, notItsConsultation } from '../standing';
import type { ReceiveObservationInput } from './receive-observation.command';

/** Anybody may write to the guarantor; whoever keeps its letters enters them. */
export function decideObservation(
  state: GuarantorState,
  command: ReceiveObservationInput,
  { consultation }: { readonly consultation?: ConsultationState },
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingGuarantor();
  return (
    hasWithdrawn(state) ??
    notItsConsultation(state, command.consultation, consultation) ??
    notYetHappened('guarantor.toCome', command.occurredOn, today) ?? [eventFrom(observationReceived, command)]
  );
}

import { publicsNotReachedStated } from '@fil/facts/events/consultation.events';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ConsultationState } from '../consultation.state';
import { missingConsultation } from '../missing-consultation';
import type { StatePublicsNotReachedInput } from './state-publics-not-reached.command';

export function decidePublicsNotReached(
  state: ConsultationState,
  command: StatePublicsNotReachedInput,
  context: DecidingContext,
): Decided {
  if (!state.exists) return missingConsultation();
  return (
    notYetHappened('consultation.toCome', command.occurredOn, context.today) ?? [
      eventFrom(publicsNotReachedStated, command),
    ]
  );
}

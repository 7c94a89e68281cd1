import { OBSERVATION_LEFT } from '@fil/facts/events/observation.events';
import { refuse, type Refusal } from '@fil/facts/kit/refusal';
import { isDepositOpenOn, type ConsultationState } from '../../consultations/consultation.state';
import type { Decided, DecidingContext } from '../../deciding/decider';
import { eventFrom } from '../../deciding/event-from';
import { notYetHappened } from '../../deciding/happened';
import type { ObservedState } from '../observation.state';
import { unknownObserved } from '../unknown-observed';
import type { LeaveObservationInput } from './leave-observation.command';

/**
 * Anybody says something of a decision or a commitment once collection is closed; while it is open she contributes, and
 * is answered.
 *
 * @param consultations those the decision comes from
 */
export function decideObservation(
  aggregate: keyof typeof OBSERVATION_LEFT,
  state: ObservedState,
  command: LeaveObservationInput,
  consultations: readonly ConsultationState[],
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return unknownObserved();
  return (
    stillOpen(consultations, today) ??
    notYetHappened('observation.toCome', command.occurredOn, today) ?? [eventFrom(OBSERVATION_LEFT[aggregate], command)]
  );
}

const stillOpen = (consultations: readonly ConsultationState[], today: string): Refusal | null =>
  // Whoever closed the deposit closed it at once, not at midnight.
  consultations.some((one) => one.exists && one.deposits.at(-1)?.closedOn === null && isDepositOpenOn(one, today))
    ? refuse(
        'observation.depositOpen',
        {
          fr: 'Le recueil est encore ouvert : déposez une contribution, il devra y être répondu.',
          en: 'Collection is still open: deposit a contribution, it will have to be answered.',
        },
        { kind: 'conflict' },
      )
    : null;

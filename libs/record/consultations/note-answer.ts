import { answersBegan, mandateInvoked } from '@fil/facts/events/consultation.events';
import type { NewEvent } from '@fil/facts/kit/event-definition';
import { eventFrom } from '../deciding/event-from';
import type { ConsultationState } from './consultation.state';

/** An answer that was given, as far as its consultation has to know. */
export interface NotedAnswer {
  readonly answered: `contribution-${string}` | `synthesis-${string}`;
  readonly outcome: string;
  readonly occurredOn: string;
  readonly openPoint?: string;
  readonly constraint?: string;
}

/** A fact about all answers is made an event of the consultation, once: that they began, and what they rest on. */
export function decideNotingAnswer(state: ConsultationState, answer: NotedAnswer): readonly NewEvent[] {
  if (!state.exists) return [];
  const { openPoint, constraint, ...given } = answer;
  const events: NewEvent[] = [];
  if (!state.answersBegan) events.push(eventFrom(answersBegan, given));
  if (openPoint !== undefined && state.everOpenPoints.has(openPoint) && !state.invoked.openPoints.has(openPoint))
    events.push(eventFrom(mandateInvoked, { ...given, openPoint }));
  if (constraint !== undefined && state.everConstraints.has(constraint) && !state.invoked.constraints.has(constraint))
    events.push(eventFrom(mandateInvoked, { ...given, constraint }));
  return events;
}

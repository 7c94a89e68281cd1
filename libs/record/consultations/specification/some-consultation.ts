/** For the tests of consultations: one that was opened, and what then happened to its deposit. */
import { consultationOpened, depositClosed, depositOpened } from '@fil/facts/events/consultation.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { someId, stateAfter, TODAY } from '../../deciding/specification/given-when-then';
import { consultation, type ConsultationState } from '../consultation.state';

/** For commands that nobody sends wrong. */
export const reason = { fr: 'Une raison.' };

export const context = { today: TODAY, at: `${TODAY}T09:42:00Z` };
export const unopened: ConsultationState = consultation.initial;

export const openedOn = (occurredOn: string, until?: string): NewEvent =>
  event(depositOpened, { occurredOn, data: { until }, words: {} });
export const closedOn = (occurredOn: string): NewEvent => event(depositClosed, { occurredOn, data: {}, words: {} });

export const opened: NewEvent = event(consultationOpened, {
  occurredOn: '2025',
  data: {
    organiser: someId('authority'),
    level: 'involve',
    addressees: [],
    openPoints: [],
    constraints: [],
    decisionPath: [],
    channels: ['online'],
    themes: [],
    wordsPublic: 'onAdmission',
  },
  words: { title: { fr: 'Quelle place du Marché ?' } },
});

export const after = (...events: readonly NewEvent[]): ConsultationState => stateAfter(consultation, opened, ...events);

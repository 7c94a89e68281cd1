/** For the tests of guarantors: one appointed in an invented commune, and what happened to it since. */
import { authorityRegistered, functionCreated } from '@fil/facts/events/authority.events';
import { consultationOpened } from '@fil/facts/events/consultation.events';
import { guarantorAppointed, recommendationMade } from '@fil/facts/events/guarantor.events';
import type { Actor } from '@fil/facts/kit/actor';
import { event, type DataOf, type NewEvent } from '@fil/facts/kit/event-definition';
import { authority } from '../../authority/authority.state';
import { consultation, type ConsultationState } from '../../consultations/consultation.state';
import { someId, stateAfter, TODAY } from '../../deciding/specification/given-when-then';
import { guarantor, type GuarantorState } from '../guarantor.state';

export const context = { today: TODAY, at: `${TODAY}T09:42:00Z` };
export const TOMORROW = '2026-03-04';
export const CONSULTATION = someId('consultation');

export const official: Actor = { role: 'official', body: 'mairie' };
export const itself: Actor = { role: 'guarantor', body: 'garante' };
/** Everybody who is not this guarantor. */
export const others: readonly Actor[] = [
  official,
  { role: 'guarantor', body: 'un-autre' },
  { role: 'committeeMember', body: 'garante' },
  { role: 'administrator', body: null },
];

export const town = stateAfter(
  authority,
  event(authorityRegistered, { data: { siret: '21440109300015' }, words: { name: { fr: 'Ville inventée' } } }),
  event(functionCreated, { data: { function: 'maire' }, words: { name: { fr: 'Maire' } } }),
);

export const consultationOf = (organiser: `authority-${string}`): ConsultationState =>
  stateAfter(
    consultation,
    event(consultationOpened, {
      data: {
        organiser,
        level: 'involve',
        addressees: [],
        openPoints: [],
        constraints: [],
        decisionPath: [],
        channels: ['online'],
        themes: [],
        wordsPublic: 'onAdmission',
      },
      words: { title: { fr: 'Quelle place du Marché ?' } },
    }),
  );

export const appointed = (facts: Partial<DataOf<typeof guarantorAppointed>> = {}): NewEvent =>
  event(guarantorAppointed, {
    data: {
      authority: someId('authority'),
      code: 'garante',
      consultations: [CONSULTATION],
      appointedBy: 'authority',
      chosenBy: 'fromList',
      ...facts,
    },
    words: { title: { fr: 'Garante de la démarche' } },
  });

export const unappointed: GuarantorState = guarantor.initial;

/** A guarantor after these events, the first of which has the id `givenEventId(1)`. */
export const after = (...events: readonly NewEvent[]): GuarantorState => stateAfter(guarantor, appointed(), ...events);

export const recommended = event(recommendationMade, {
  data: {},
  words: { text: { fr: 'Tenir une réunion en journée.' } },
});

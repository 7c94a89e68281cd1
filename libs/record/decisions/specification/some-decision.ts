/** For the tests of decisions, and of what rests on one. */
import { authorityRegistered, bodyNamed, sessionCancelled, sessionScheduled } from '@fil/facts/events/authority.events';
import { decisionChallengedInCourt, decisionRegistered } from '@fil/facts/events/decision.events';
import { event, type DataOf, type NewEvent } from '@fil/facts/kit/event-definition';
import { authority } from '../../authority/authority.state';
import { someId, stateAfter, TODAY } from '../../deciding/specification/given-when-then';
import { decision, type DecisionState } from '../decision.state';

export const context = { today: TODAY, at: `${TODAY}T09:42:00Z` };
export const REASON = { fr: 'La concertation obligatoire n’avait pas eu lieu.' };

export const town = stateAfter(
  authority,
  event(authorityRegistered, { data: { siret: '21440109300015' }, words: { name: { fr: 'Ville inventée' } } }),
  event(bodyNamed, { data: { body: 'conseil', kind: 'council' }, words: { name: { fr: 'Conseil municipal' } } }),
  event(bodyNamed, { data: { body: 'commission', kind: 'committee' }, words: { name: { fr: 'Commission' } } }),
  event(sessionScheduled, { data: { session: 'conseil-mars', body: 'conseil', on: '2026-03-02' }, words: {} }),
  event(sessionScheduled, { data: { session: 'conseil-avril', body: 'conseil', on: '2026-04-02' }, words: {} }),
  event(sessionCancelled, { data: { session: 'conseil-avril' }, words: { reason: REASON } }),
);

export const notRegistered: DecisionState = decision.initial;

/** Taken on 10 January 2026 for one consultation. */
export const registered = (facts: Partial<DataOf<typeof decisionRegistered>> = {}): NewEvent =>
  event(decisionRegistered, {
    occurredOn: '2026-01-10',
    data: {
      authority: someId('authority'),
      kind: 'councilDeliberation',
      body: 'conseil',
      consultations: [someId('consultation')],
      ...facts,
    },
    words: { title: { fr: 'Aménagement de la place du Marché' } },
  });

/** A decision that was taken, then lived these events. */
export const after = (...events: readonly NewEvent[]): DecisionState => stateAfter(decision, registered(), ...events);

export const challenged = (code = 'recours-1'): NewEvent =>
  event(decisionChallengedInCourt, {
    occurredOn: '2026-01-20',
    data: { case: code, court: 'administrativeCourt', by: 'association' },
    words: {},
  });

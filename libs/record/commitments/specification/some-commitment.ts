/** For the tests of commitments: an invented town, and a commitment after some events. */
import { authorityRegistered, bodyNamed, functionCreated, themeAdded } from '@fil/facts/events/authority.events';
import { commitmentMade } from '@fil/facts/events/commitment.events';
import { event, type DataOf, type NewEvent } from '@fil/facts/kit/event-definition';
import { authority } from '../../authority/authority.state';
import { someId, stateAfter, TODAY } from '../../deciding/specification/given-when-then';
import { commitment, type CommitmentState } from '../commitment.state';

export const context = { today: TODAY, at: `${TODAY}T09:42:00Z` };

export const town = stateAfter(
  authority,
  event(authorityRegistered, { data: { siret: '21440109300015' }, words: { name: { fr: 'Ville inventée' } } }),
  event(bodyNamed, { data: { body: 'voirie', kind: 'department' }, words: { name: { fr: 'Direction de la voirie' } } }),
  event(functionCreated, {
    data: { function: 'adjointe-espace-public' },
    words: { name: { fr: 'Adjointe à l’espace public' } },
  }),
  event(themeAdded, { data: { theme: 'mobilite' }, words: { name: { fr: 'Mobilité' } } }),
);

export const noAuthority = authority.initial;
export const unmade: CommitmentState = commitment.initial;

export const made = (facts: Partial<DataOf<typeof commitmentMade>> = {}): NewEvent =>
  event(commitmentMade, {
    data: {
      authority: someId('authority'),
      decision: someId('decision'),
      answers: [],
      owner: 'voirie',
      themes: [],
      dueOn: '2026-06',
      ...facts,
    },
    words: { title: { fr: 'Réaménager la place du Marché' } },
  });

/** A commitment that was made, then lived these events. */
export const after = (...events: readonly NewEvent[]): CommitmentState => stateAfter(commitment, made(), ...events);

export const fromParis = (...notStated: ('reason' | 'decidedBy' | 'evidence' | 'owner')[]) => ({
  source: 'paris',
  notStated,
});

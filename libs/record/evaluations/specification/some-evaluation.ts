/** For the tests of evaluations: one opened in an invented commune, and what happened to it since. */
import { authorityRegistered, functionCreated } from '@fil/facts/events/authority.events';
import { evaluationClosed, evaluationOpened, evaluationPublished } from '@fil/facts/events/evaluation.events';
import type { Actor } from '@fil/facts/kit/actor';
import { event, type DataOf, type NewEvent } from '@fil/facts/kit/event-definition';
import { authority } from '../../authority/authority.state';
import { someId, stateAfter, TODAY } from '../../deciding/specification/given-when-then';
import { evaluation, type EvaluationState } from '../evaluation.state';

export const context = { today: TODAY, at: `${TODAY}T09:42:00Z` };
export const TOMORROW = '2026-03-04';
export const CONSULTATION = someId('consultation');
export const EVALUATION = someId('evaluation', 5);

export const official: Actor = { role: 'official', body: 'mairie' };
export const facilitator: Actor = { role: 'facilitator', body: 'animatrice' };
/** Everybody who does not facilitate it. */
export const others: readonly Actor[] = [official, { role: 'facilitator', body: 'un-autre' }];

export const text = { fr: 'Un texte.' };

export const town = stateAfter(
  authority,
  event(authorityRegistered, { data: { siret: '21440109300015' }, words: { name: { fr: 'Ville inventée' } } }),
  event(functionCreated, { data: { function: 'maire' }, words: { name: { fr: 'Maire' } } }),
);

export const CRITERIA: DataOf<typeof evaluationOpened>['criteria'] = [
  { id: 'trust', form: 'scale' },
  { id: 'again', form: 'choice', choices: ['yes', 'no'] },
];

export const opened = (facts: Partial<DataOf<typeof evaluationOpened>> = {}): NewEvent =>
  event(evaluationOpened, {
    data: {
      authority: someId('authority'),
      target: CONSULTATION,
      consultations: [CONSULTATION],
      criteria: CRITERIA,
      from: '2026-03-01',
      to: '2026-03-31',
      facilitator: 'animatrice',
      ...facts,
    },
    words: { title: text, method: text, criterionTexts: [text, text] },
  });

export const closed = event(evaluationClosed, { data: {}, words: { reason: text } });
export const published = event(evaluationPublished, {
  data: { size: 2, responses: null, results: [] },
  words: { limits: text },
});

export const unopened: EvaluationState = evaluation.initial;

/** An evaluation after these events, the first of which has the id `givenEventId(1)`. */
export const after = (...events: readonly NewEvent[]): EvaluationState => stateAfter(evaluation, opened(), ...events);

import { authorityRegistered, bodyNamed, functionCreated, themeAdded } from '@fil/facts/events/authority.events';
import { event } from '@fil/facts/kit/event-definition';
import { authority } from '../../authority/authority.state';
import {
  expectEvents,
  expectRefusal,
  recordedForm,
  someId,
  stateAfter,
  TODAY,
} from '../../deciding/specification/given-when-then';
import { consultation } from '../consultation.state';
import { openConsultationInput } from './open-consultation.command';
import { decideOpening } from './open-consultation.decide';

const context = { today: TODAY, at: `${TODAY}T09:42:00Z` };
const words = { name: { fr: 'Un nom' } };
const town = stateAfter(
  authority,
  event(authorityRegistered, { data: { siret: '21440109300015' }, words }),
  event(bodyNamed, { data: { body: 'conseil', kind: 'council' }, words }),
  event(functionCreated, { data: { function: 'maire' }, words }),
  event(themeAdded, { data: { theme: 'mobilite' }, words }),
);
const organiser = someId('authority');
const promise = { amount: 3, unit: 'months' };
const mandate = {
  organiser,
  level: 'involve',
  addressees: [{ authority: organiser, promise }],
  orderedBy: 'conseil',
  animatedBy: 'maire',
  openPoints: [{ id: 'place' }],
  openPointTexts: [{ fr: 'La forme de la place' }],
  constraints: [{ id: 'budget', kind: 'budget' }],
  constraintTexts: [{ text: { fr: 'Deux millions d’euros' }, source: 'Budget 2026' }],
  decisionPath: [{ step: 'vote', body: 'conseil', role: 'decides', expectedOn: '2026-10' }],
  channels: ['online', 'counter'],
  themes: ['mobilite'],
  wordsPublic: 'onAdmission',
  title: { fr: 'Quelle place du Marché ?' },
};
const decide = (more: object = {}, authorities = {}, state = consultation.initial) =>
  decideOpening(
    state,
    openConsultationInput.parse({ ...mandate, ...more }),
    { [organiser]: town, ...authorities },
    context,
  );
const promised = (promise: object): object => ({ addressees: [{ authority: organiser, promise }] });

describe('opening a consultation', () => {
  it('records the mandate and the promise', () => {
    const [opened] = expectEvents(decide());
    expect(opened).toMatchObject({
      type: 'consultation.opened/2',
      data: { addressees: [{ authority: organiser, promise }] },
      words: { title: mandate.title },
    });
    expect(consultation.evolve(consultation.initial, recordedForm(opened!, 0) as never)).toMatchObject({
      organiser,
      openPoints: new Set(['place']),
      constraints: new Set(['budget']),
      deposits: [],
    });
  });

  it('accepts a date as a promise, and no promise at all', () => {
    expectEvents(decide(promised({ by: '2026-12-31' })));
    expectEvents(decide({ addressees: [{ authority: organiser }] }));
    expectEvents(decide({ addressees: [] }));
  });

  it('refuses a promise that is a time and a date', () => {
    expect(expectRefusal(decide(promised({ ...promise, by: '2026-12-31' })))).toBe('consultation.promiseTwofold');
    expect(expectRefusal(decide(promised({ unit: 'weeks', by: '2026-12-31' })))).toBe('consultation.promiseTwofold');
  });

  it('refuses a promise that says nothing', () => {
    expect(expectRefusal(decide(promised({})))).toBe('consultation.promiseIncomplete');
    expect(expectRefusal(decide(promised({ amount: 3 })))).toBe('consultation.promiseIncomplete');
    expect(expectRefusal(decide(promised({ unit: 'months' })))).toBe('consultation.promiseIncomplete');
  });

  it('refuses one addressee twice', () => {
    expect(expectRefusal(decide({ addressees: [{ authority: organiser }, { authority: organiser, promise }] }))).toBe(
      'consultation.addresseeTwice',
    );
  });

  it('refuses an organiser or an addressee that is not registered', () => {
    const other = someId('authority', 2);
    expect(expectRefusal(decide({}, { [organiser]: authority.initial }))).toBe('authority.unknown');
    expect(decide({ addressees: [{ authority: other }] }, { [other]: authority.initial })).toMatchObject({
      rule: 'authority.unknown',
      field: 'addressees/0/authority',
    });
  });

  it('refuses bodies, functions and themes the organiser does not have', () => {
    expect(expectRefusal(decide({ themes: ['ecole'] }))).toBe('authority.unknownTheme');
    expect(expectRefusal(decide({ orderedBy: 'senat' }))).toBe('authority.unknownBodyOrFunction');
    expect(expectRefusal(decide({ animatedBy: 'prestataire' }))).toBe('authority.unknownBodyOrFunction');
    expect(decide({ decisionPath: [{ step: 'vote', body: 'senat', role: 'decides' }] })).toMatchObject({
      rule: 'authority.unknownBody',
      field: 'decisionPath/0/body',
    });
  });

  it('refuses points of the mandate without a text, and texts without a point', () => {
    expect(expectRefusal(decide({ openPointTexts: [] }))).toBe('consultation.textsMiscounted');
    expect(expectRefusal(decide({ openPointTexts: undefined }))).toBe('consultation.textsMiscounted');
    expect(expectRefusal(decide({ constraints: [] }))).toBe('consultation.textsMiscounted');
  });

  it('refuses one code for two points', () => {
    const twice = {
      openPoints: [{ id: 'place' }, { id: 'place' }],
      openPointTexts: [{ fr: 'La forme' }, { fr: 'Les arbres' }],
    };
    expect(expectRefusal(decide(twice))).toBe('consultation.codeTwice');
    expect(expectRefusal(decide({ decisionPath: [...mandate.decisionPath, ...mandate.decisionPath] }))).toBe(
      'consultation.codeTwice',
    );
  });

  it('refuses an opening to come, and a second one', () => {
    expect(expectRefusal(decide({ occurredOn: '2026-03-04' }))).toBe('consultation.toCome');
    const [opened] = expectEvents(decide());
    expect(expectRefusal(decide({}, {}, stateAfter(consultation, opened!)))).toBe('consultation.exists');
  });
});

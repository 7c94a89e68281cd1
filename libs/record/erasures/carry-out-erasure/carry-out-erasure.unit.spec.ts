import { erasureCarriedOut, erasureOrdered } from '@fil/facts/events/erasure.events';
import { event } from '@fil/facts/kit/event-definition';
import { expectEvents, expectRefusal, someId, stateAfter } from '../../deciding/specification/given-when-then';
import { erasure } from '../erasure.state';
import { decideCarriedOut } from './carry-out-erasure.decide';

const target = someId('contribution');
const ordered = event(erasureOrdered, {
  data: { target, fields: [], wholeSubject: true, ground: 'courtOrder', office: 'mairie' },
  words: {},
});

describe('recording that an erasure was carried out', () => {
  it('names the target and the places', () => {
    const [carriedOut] = expectEvents(decideCarriedOut(stateAfter(erasure, ordered), ['key', 'openings']));
    expect(carriedOut).toMatchObject({ type: 'erasure.carriedOut/1', data: { target, places: ['key', 'openings'] } });
  });

  it('records it once', () => {
    const carriedOut = event(erasureCarriedOut, { data: { target, places: ['key'] }, words: {} });
    expect(expectEvents(decideCarriedOut(stateAfter(erasure, ordered, carriedOut), ['key']))).toEqual([]);
  });

  it('refuses what was never ordered', () => {
    expect(expectRefusal(decideCarriedOut(erasure.initial, ['key']))).toBe('erasure.notOrdered');
  });
});

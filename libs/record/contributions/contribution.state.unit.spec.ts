import {
  contributionTransferred,
  contributionWithdrawn,
  groupedInto,
  pointMarked,
  removedFrom,
} from '@fil/facts/events/contribution.events';
import { event, type NewEvent } from '@fil/facts/kit/event-definition';
import { someId, stateAfter } from '../deciding/specification/given-when-then';
import { contribution, hasPoint, pointOf, standingOf, type RecordedContribution } from './contribution.state';
import { answered, recorded } from './specification/some-mandate';

const after = (...events: NewEvent[]): RecordedContribution => {
  const state = stateAfter(contribution, recorded(), ...events);
  if (!state.exists) throw new Error('not recorded');
  return state;
};
const marked = (point: number): NewEvent =>
  event(pointMarked, { data: { point }, words: { extract: { fr: 'Un point' } } });
const transferred = (point?: number): NewEvent =>
  event(contributionTransferred, { data: { point }, words: { authority: { fr: 'Département' } } });

describe('the state of a contribution', () => {
  it('has point 1 as long as none is marked, then the points marked', () => {
    expect([hasPoint(after(), 1), hasPoint(after(), 2), hasPoint(after(), 0)]).toEqual([true, false, false]);
    expect(hasPoint(after(marked(1), marked(2)), 2)).toBe(true);
  });

  it('stands point by point where its own events say', () => {
    const state = after(marked(1), marked(2), marked(3), answered({ point: 1, outcome: 'accepted' }), transferred(2));
    expect([1, 2, 3].map((point) => standingOf(state, point))).toEqual(['accepted', 'transferred', 'pending']);
    expect(standingOf(after(transferred()), 1)).toBe('transferred');
    expect(standingOf(after(transferred(), answered()), 1)).toBe('considered');
    expect(standingOf(after(answered(), event(contributionWithdrawn, { data: {}, words: {} })), 1)).toBe('withdrawn');
  });

  it('is transferred as a whole when no point is named', () => {
    const state = after(marked(1), marked(2), transferred());
    expect([1, 2].map((point) => pointOf(state, point).transferred)).toEqual([true, true]);
  });

  it('knows in which syntheses each point is', () => {
    const synthesis = someId('synthesis');
    const grouped = event(groupedInto, { data: { synthesis, point: 1 }, words: {} });
    const removed = event(removedFrom, { data: { synthesis, point: 1 }, words: {} });
    expect(pointOf(after(grouped), 1).syntheses).toEqual(new Set([synthesis]));
    expect(pointOf(after(grouped, removed), 1).syntheses).toEqual(new Set());
  });

  it('has no author’s key when it is taken over', () => {
    expect(after().hasAuthorKey).toBe(true);
    const imported = stateAfter(contribution, recorded({ takenOver: { source: 'paris' } }));
    expect(imported).toMatchObject({ hasAuthorKey: false, takenOver: true });
  });
});

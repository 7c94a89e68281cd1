import { OUTCOMES, outcomeRow } from './outcome';
import { isWorse } from './outcome-order';

describe('an answer worse than the one it replaces', () => {
  it.each([
    ['accepted', 'notAccepted'],
    ['accepted', 'partlyAccepted'],
    ['accepted', 'underReview'],
    ['partlyAccepted', 'deferred'],
    ['considered', 'outOfScope'],
    ['alreadyPlanned', 'notAccepted'],
  ] as const)('%s, then %s, is worse', (before, after) => {
    expect(isWorse(after, before)).toBe(true);
    expect(isWorse(before, after)).toBe(false);
  });

  it('is never one that follows a provisional answer: nothing had been answered', () => {
    const provisional = OUTCOMES.filter((outcome) => outcomeRow(outcome).provisional);
    expect(provisional).toHaveLength(3);
    for (const before of provisional) for (const after of OUTCOMES) expect(isWorse(after, before)).toBe(false);
  });

  it('is never the same answer given again', () => {
    for (const outcome of OUTCOMES) expect(isWorse(outcome, outcome)).toBe(false);
  });
});

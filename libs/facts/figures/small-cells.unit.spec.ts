import fc from 'fast-check';
import { SMALLEST_CELL, suppressed } from './small-cells';

describe('counts of people', () => {
  it('are shown when none is small', () => {
    expect(suppressed([5, 0, 12])).toEqual([5, 0, 12]);
  });

  it('leave out a small one, and a second one from which it could be computed back', () => {
    expect(suppressed([3, 9, 6])).toEqual([null, 9, null]);
    expect(suppressed([3, 4, 6])).toEqual([null, null, 6]);
    // Two of one person each would be told by their sum.
    expect(suppressed([1, 1, 8, 9])).toEqual([null, null, null, 9]);
  });

  it('are all left out of fewer than five people', () => {
    expect(suppressed([2, 0, 2])).toEqual([null, null, null]);
  });

  it('never tell a small group, nor let it be computed back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 }), (counts) => {
        const shown = suppressed(counts);
        const hidden = counts.filter((_, n) => shown[n] === null);
        shown.forEach((count, n) => expect(count === null || count === counts[n]).toBe(true));
        for (const count of shown) expect(count === null || count === 0 || count >= SMALLEST_CELL).toBe(true);
        const people = hidden.reduce((sum, count) => sum + count, 0);
        const total = counts.reduce((sum, count) => sum + count, 0);
        if (hidden.length > 0 && total >= SMALLEST_CELL) {
          expect(hidden.length).toBeGreaterThanOrEqual(2);
          expect(people).toBeGreaterThanOrEqual(SMALLEST_CELL);
        }
      }),
      { numRuns: 200 },
    );
  });
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { drawSample } from './draw-sample';

const ROOT = '5f'.repeat(32);
const ids = Array.from({ length: 40 }, (_, n) => `contribution-0b6c1b2e-6f0e-4d2b-9f43-${String(n).padStart(12, '0')}`);

describe('a sample', () => {
  it('is the same whoever draws it again, whatever order the ids come in', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(ids, { minLength: ids.length }),
        fc.integer({ min: 1, max: 50 }),
        (some, most) => {
          expect(drawSample(ROOT, some, most)).toEqual(drawSample(ROOT, ids, most));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is another when the root is another, and begins a larger one of the same cut', () => {
    expect(drawSample('00'.repeat(32), ids, 10)).not.toEqual(drawSample(ROOT, ids, 10));
    expect(drawSample(ROOT, ids, 20).slice(0, 10)).toEqual(drawSample(ROOT, ids, 10));
  });

  it('has each id once, and all of them when there are no more', () => {
    expect([...drawSample(ROOT, ids, 500)].sort()).toEqual(ids);
  });

  // Published: samples that were drawn are drawn again with this.
  it('follows, for ever, the order of SHA-256("fil-sample/1" LF root LF id LF)', () => {
    const rank = (id: string): string => createHash('sha256').update(`fil-sample/1\n${ROOT}\n${id}\n`).digest('hex');
    expect(drawSample(ROOT, ids, 3)).toEqual([...ids].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, 3));
    expect(drawSample(ROOT, ['decision-1', 'decision-2', 'decision-3'], 3)).toEqual([
      'decision-2',
      'decision-1',
      'decision-3',
    ]);
  });
});

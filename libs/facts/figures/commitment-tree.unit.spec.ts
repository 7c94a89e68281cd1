import fc from 'fast-check';
import type { Progress } from '../codes/progress';
import { treeProgress, type Part } from './commitment-tree';

type Tree = Record<string, { of?: string; progress?: Progress; percent?: number; weight?: number }>;

const progressOf = (id: string, tree: Tree): ReturnType<typeof treeProgress> =>
  treeProgress(
    id,
    (parent) => Object.keys(tree).filter((one) => tree[one]!.of === parent),
    (one): Part | null =>
      tree[one]
        ? {
            advance: { progress: tree[one].progress ?? 'inProgress', stage: null },
            percent: tree[one].percent ?? null,
            weight: tree[one].weight ?? null,
          }
        : null,
  );

describe('the progress of a commitment made of parts', () => {
  it('has none without parts', () => expect(progressOf('plan', { plan: {} })).toBeNull());

  it('weighs each part, rounded down; a weight that is not stated is 1', () => {
    const tree = { plan: {}, a: { of: 'plan', percent: 50, weight: 3 }, b: { of: 'plan', percent: 25 } };
    expect(progressOf('plan', tree)).toEqual({
      percent: 43,
      parts: [
        { id: 'a', weight: 3, percent: 50, known: true },
        { id: 'b', weight: 1, percent: 25, known: true },
      ],
    });
  });

  it('is 100 when, and only when, every part is', () => {
    const thirds = Object.fromEntries(
      ['a', 'b', 'c'].map((id) => [id, { of: 'plan', progress: 'done' as const, weight: 1 }]),
    );
    expect(progressOf('plan', { plan: {}, ...thirds })!.percent).toBe(100);
    expect(progressOf('plan', { plan: {}, ...thirds, d: { of: 'plan', percent: 99, weight: 1 } })!.percent).toBe(99);
  });

  it('counts a part that nobody reported on as 0, and says so', () => {
    expect(progressOf('plan', { plan: {}, a: { of: 'plan' } })!.parts).toEqual([
      { id: 'a', weight: 1, percent: 0, known: false },
    ]);
  });

  it('does not round on the way up', () => {
    const tree = {
      plan: {},
      measure: { of: 'plan' },
      a: { of: 'measure', progress: 'done' as const, weight: 1 },
      b: { of: 'measure', percent: 0, weight: 2 },
      other: { of: 'plan', percent: 67, weight: 2 },
    };
    // (33.33… + 2 × 67) ÷ 3
    expect(progressOf('plan', tree)!.percent).toBe(55);
    expect(progressOf('plan', tree)!.parts[0]!.percent).toBeCloseTo(33.333, 2);
  });

  it('does not take the claim of a part for that of its own parts', () => {
    const tree = { plan: {}, measure: { of: 'plan', progress: 'done' as const }, a: { of: 'measure', percent: 10 } };
    expect(progressOf('plan', tree)!.percent).toBe(10);
  });

  it('is never raised by giving a part up', () => {
    const part = fc.record({ percent: fc.integer({ min: 0, max: 100 }), weight: fc.integer({ min: 1, max: 1000 }) });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), fc.nat(), (parts, n) => {
        const tree: Tree = { plan: {} };
        parts.forEach((one, i) => (tree[`part-${i}`] = { of: 'plan', ...one }));
        const before = progressOf('plan', tree)!.percent;
        tree[`part-${n % parts.length}`]!.progress = 'abandoned';
        const after = progressOf('plan', tree)!.percent;
        expect(after).toBeLessThanOrEqual(before);
        expect(before).toBeLessThanOrEqual(Math.max(...parts.map(({ percent }) => percent)));
      }),
      { numRuns: 100 },
    );
  });
});

import { MemoryTree } from '../../../test/transparency/memory-tree';
import { logKey, openSample, ORIGIN, sampleCheckpoint, sampleTree } from '../../../test/transparency/sample-register';
import { openCheckpoint, signCheckpoint, type SignedCheckpoint } from './checkpoint';
import { EMPTY_ROOT, sha256 } from './hashing';
import { newSigningKey, NOTE_KEY, noteSigner } from './keys';
import { provesFork } from './misconduct';
import { consistencyPath, prefixPath, rootAt } from './proofs';

const honest = sampleTree(20);
/** The same first five entries, then others. */
const forked = sampleTree(5);
for (let n = 5; n < 20; n++) forked.append(sha256(`another entry ${n}`));

const signed = async (tree: MemoryTree, size: number): Promise<SignedCheckpoint> =>
  openSample(await sampleCheckpoint(tree, size));

describe('two checkpoints', () => {
  it('of one history are consistent, in either order', async () => {
    for (const [from, to] of [
      [0, 20],
      [3, 13],
      [8, 20],
      [20, 20],
    ] as const) {
      const [a, b] = [await signed(honest, from), await signed(honest, to)];
      const path = await consistencyPath(honest, from, to);
      expect([provesFork(a, b, path), provesFork(b, a, path)]).toEqual([
        { kind: 'consistent' },
        { kind: 'consistent' },
      ]);
      expect(provesFork(a, b, await prefixPath(honest, from, to)).kind).toBe('consistent');
    }
  });

  it('of one size with two roots prove a fork by themselves', async () => {
    const [a, b] = [await signed(honest, 13), await signed(forked, 13)];
    expect(provesFork(a, b)).toEqual({ kind: 'fork', older: a, newer: b, otherRoot: b.root, path: [] });
    // Whatever path is handed over with them.
    expect(provesFork(a, b, [a.root])).toMatchObject({ kind: 'fork', path: [] });
  });

  it('of two histories prove a fork with the path of the larger one', async () => {
    for (const [from, to] of [
      [8, 13],
      [7, 20],
      [16, 20],
      [13, 14],
    ] as const) {
      const [older, newer] = [await signed(honest, from), await signed(forked, to)];
      const path = await prefixPath(forked, from, to);
      const expected = { kind: 'fork', older, newer, otherRoot: await rootAt(forked, from), path };
      expect(provesFork(older, newer, path)).toEqual(expected);
      expect(provesFork(newer, older, path)).toEqual(expected);
    }
  });

  it('of two histories with the same beginning are consistent up to there', async () => {
    const [a, b] = [await signed(honest, 4), await signed(forked, 13)];
    expect(provesFork(a, b, await consistencyPath(forked, 4, 13)).kind).toBe('consistent');
  });

  it('with a path that leads to neither prove nothing', async () => {
    const [a, b] = [await signed(honest, 7), await signed(honest, 13)];
    const path = await consistencyPath(honest, 7, 13);
    const wrong = [path.map(() => a.root), path.slice(1), [...path, a.root], [], [a.root.subarray(1)]];
    expect(wrong.map((one) => provesFork(a, b, one).kind)).toEqual(wrong.map(() => 'unproved'));
    // From the honest history, which is not that of the larger checkpoint.
    const other = await signed(forked, 13);
    expect(provesFork(a, other, path)).toEqual({ kind: 'unproved' });
    expect(provesFork(a, b, [a.root, a.root, a.root.subarray(1)])).toEqual({ kind: 'unproved' });
  });

  it('of an empty tree have one root', async () => {
    const empty = signCheckpoint({ origin: ORIGIN, size: 0, root: sha256('not the empty root') }, [noteSigner(logKey)]);
    const [a, b] = [openSample(empty), await signed(honest, 13)];
    expect(provesFork(a, b)).toEqual({ kind: 'fork', older: a, newer: b, otherRoot: EMPTY_ROOT, path: [] });
    expect(provesFork(a, await signed(honest, 0)).kind).toBe('fork');
  });

  it('of two logs are no fork', async () => {
    const key = newSigningKey('other.example.org/log', NOTE_KEY);
    const head = { origin: key.name, size: 13, root: await rootAt(forked, 13) };
    const other = openCheckpoint(signCheckpoint(head, [noteSigner(key)]), [key, logKey]);
    if (!other.ok) throw new Error(other.reason);
    expect(ORIGIN).not.toBe(key.name);
    expect(provesFork(await signed(honest, 13), other.checkpoint)).toEqual({ kind: 'otherLogs' });
  });
});

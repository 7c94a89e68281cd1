import { CompactRange } from '../transparency/compact-range';
import { leafHash } from '../transparency/leaf-hash';
import { tileLevels, tileWidth } from '../transparency/tiles';
import { type CompleteTile, TreeEdge } from './tree-edge';

const leaf = (index: number): Buffer => leafHash(Buffer.from(String(index)));

it('has the root of the tree at every size, and completes each tile once', () => {
  const edge = new TreeEdge(0, []);
  const range = new CompactRange();
  const completed: CompleteTile[] = [];
  const SIZE = 66_000;
  for (let index = 0; index < SIZE; index++) {
    completed.push(...edge.append(leaf(index)));
    range.append(leaf(index));
    if (index < 300 || index % 997 === 0 || Math.abs(index - 65_536) < 3) expect(edge.root()).toEqual(range.root());
  }
  expect(edge.size).toBe(SIZE);
  const expected = Array.from({ length: tileLevels(SIZE) }, (_, level) =>
    Array.from({ length: Math.floor(SIZE / 256 ** (level + 1)) }, (_, n) => `${level}/${n}`),
  ).flat();
  expect(completed.map(({ level, n }) => `${level}/${n}`).sort()).toEqual(expected.sort());
  expect(tileWidth(1, 0, SIZE)).toBe(256);
});

it('goes on from what is kept of each level', () => {
  const range = new CompactRange();
  const leaves = Array.from({ length: 600 }, (_, index) => leaf(index));
  const whole = new TreeEdge(0, []);
  const tiles = leaves.flatMap((hash) => whole.append(hash));
  leaves.slice(0, 590).forEach((hash) => range.append(hash));
  const edge = new TreeEdge(590, [Buffer.concat(leaves.slice(512, 590)), Buffer.concat(tiles.map(({ root }) => root))]);
  expect(edge.root()).toEqual(range.root());
  leaves.slice(590).forEach((hash) => edge.append(hash));
  expect(edge.root()).toEqual(whole.root());
  expect(() => new TreeEdge(591, [Buffer.concat(leaves.slice(512, 590))])).toThrow('edge');
});

it('is empty at first', () => {
  expect(new TreeEdge(0, []).root()).toEqual(new CompactRange().root());
});

import fc from 'fast-check';
import { MemoryTree } from '../../../test/transparency/memory-tree';
import { hex, vectorBytes, vectorJson } from '../../../test/transparency/vectors';
import { sha256 } from './hashing';
import { consistencyPath, inclusionPath, rootAt, verifyConsistency, verifyInclusion } from './proofs';
import { fullTileRoot, TileCache, TileNodes, type TileReader } from './tile-nodes';
import { tilePath, tilesOfLevel } from './tiles';
import { Unreadable } from './unreadable';

// Two full tiles of level 1, so that level 2 has a node, and a right edge of 44.
const SIZE = 2 * 256 * 256 + 300;
const leaf = (n: number): Buffer => sha256(`leaf ${n}`);
const tree = new MemoryTree(Array.from({ length: SIZE }, (_, n) => leaf(n)));

describe('nodes from tiles', () => {
  it('make the same proofs as the tree itself, at every size', () => {
    const cache = new TileCache(8);
    return fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: SIZE }), fc.nat(), fc.nat(), async (size, a, b) => {
        const nodes = new TileNodes(tree, size, cache);
        const head = { size, root: await rootAt(nodes, size) };
        const index = a % size;
        const from = b % (size + 1);
        const older = { size: from, root: await rootAt(tree, from) };
        expect(head.root).toEqual(await rootAt(tree, size));
        expect(verifyInclusion(head, index, leaf(index), await inclusionPath(nodes, index, size))).toBe(true);
        expect(verifyConsistency(older, head, await consistencyPath(nodes, from, size))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('come from the example’s files', async () => {
    const reader: TileReader = {
      tiles: async (addresses) => addresses.map((address) => vectorBytes(`own-examples/${tilePath(address)}`)),
    };
    const { rootHex, index, inclusionPathHex } = vectorJson<{
      rootHex: string;
      index: number;
      inclusionPathHex: string[];
    }>('own-examples/log300.json');
    const nodes = new TileNodes(reader, 300);
    expect(await rootAt(nodes, 300)).toEqual(hex(rootHex));
    expect(await inclusionPath(nodes, index, 300)).toEqual(inclusionPathHex.map(hex));
  });

  it('ask once for each tile, and not again while it is kept', async () => {
    const reader = new MemoryTree(Array.from({ length: 1000 }, (_, n) => leaf(n)));
    const cache = new TileCache(2);
    await inclusionPath(new TileNodes(reader, 1000, cache), 700, 1000);
    // Level 0: tiles 2 (its own) and 3 (the edge). Level 1: the roots of 0 and 1.
    expect(reader.tilesRead).toBe(3);
    await inclusionPath(new TileNodes(reader, 1000, cache), 700, 1000);
    expect(reader.tilesRead).toBeLessThanOrEqual(6);
    const large = new TileCache(8);
    await inclusionPath(new TileNodes(reader, 1000, large), 700, 1000);
    const before = reader.tilesRead;
    await inclusionPath(new TileNodes(reader, 1000, large), 701, 1000);
    expect(reader.tilesRead).toBe(before);
  });

  it('take a partial tile again once it has grown', async () => {
    const reader = new MemoryTree(Array.from({ length: 200 }, (_, n) => leaf(n)));
    const cache = new TileCache();
    expect(await rootAt(new TileNodes(reader, 150, cache), 150)).toEqual(await rootAt(reader, 150));
    expect(await rootAt(new TileNodes(reader, 200, cache), 200)).toEqual(await rootAt(reader, 200));
    expect(reader.tilesRead).toBe(2);
    expect(await rootAt(new TileNodes(reader, 150, cache), 150)).toEqual(await rootAt(reader, 150));
    expect(reader.tilesRead).toBe(2);
  });

  it('that the log does not have yet are refused', async () => {
    const nodes = new TileNodes(tree, 300);
    await expect(nodes.nodes([{ level: 0, index: 300 }])).rejects.toThrow(RangeError);
    await expect(nodes.nodes([{ level: 8, index: 1 }])).rejects.toThrow(RangeError);
    await expect(nodes.nodes([{ level: 9, index: 0 }])).rejects.toThrow(RangeError);
    expect(await nodes.nodes([{ level: 8, index: 0 }])).toEqual([await rootAt(tree, 256)]);
  });

  it('are not read from a tile of another length', async () => {
    const short: TileReader = {
      tiles: async (addresses) => (await tree.tiles(addresses)).map((tile) => tile.subarray(32)),
    };
    await expect(rootAt(new TileNodes(short, 300), 300)).rejects.toThrow(Unreadable);
  });
});

describe('a full tile', () => {
  it('hashes to its place in the level above', () => {
    const above = tree.tile({ level: 1, index: 0, width: 256 });
    for (const address of [...tilesOfLevel(0, SIZE)].slice(0, 3)) {
      const place = above.subarray(address.index * 32, (address.index + 1) * 32);
      expect(fullTileRoot(tree.tile(address))).toEqual(place);
    }
    expect(() => fullTileRoot(above.subarray(32))).toThrow(Unreadable);
  });
});

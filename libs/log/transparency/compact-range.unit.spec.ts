import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { CompactRange, rootOf } from './compact-range';
import { EMPTY_ROOT, nodeHash } from './hashing';
import { leafHash } from './leaf-hash';

const VECTORS = join(__dirname, '../../../test/vectors/tlog');
const read = <T>(file: string): T => JSON.parse(readFileSync(join(VECTORS, file), 'utf8')) as T;
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

interface Hasher {
  cases: (
    | { kind: 'emptyRoot'; inputHex: null; wantHex: string }
    | { kind: 'leaf'; inputHex: string; wantHex: string }
    /** A node of two short strings: not of hashes, so of no tree. */
    | { kind: 'nodeRaw'; inputHex: [left: string, right: string]; wantHex: string }
  )[];
}
interface Tree8 {
  leafInputsHex: string[];
  rootHashesHex: string[];
}
interface Toy {
  leaves: string[];
  roots: Record<string, string>;
}
interface Log300 {
  rootHex: string;
  root256Hex: string;
  root100Hex: string;
}

/** The definition itself: split at the largest power of two strictly below n. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}

describe('the root of a log', () => {
  it('is that of RFC 6962 for each size of the reference tree', () => {
    const { leafInputsHex, rootHashesHex } = read<Tree8>('rfc6962/tree8.json');
    const range = new CompactRange();
    expect(range.root().toString('hex')).toBe(rootHashesHex[0]);
    leafInputsHex.forEach((input, n) => {
      range.append(leafHash(hex(input)));
      expect(range.root().toString('hex')).toBe(rootHashesHex[n + 1]);
    });
  });

  it('is made from hashes of leaves and nodes that cannot be taken for each other', () => {
    const { cases } = read<Hasher>('rfc6962/hasher.json');
    expect(cases.map(({ kind }) => kind)).toEqual(['emptyRoot', 'leaf', 'leaf', 'nodeRaw']);
    for (const one of cases) {
      if (one.kind === 'emptyRoot') expect(EMPTY_ROOT.toString('hex')).toBe(one.wantHex);
      if (one.kind === 'leaf') expect(leafHash(hex(one.inputHex)).toString('hex')).toBe(one.wantHex);
      if (one.kind === 'nodeRaw') expect(() => nodeHash(hex(one.inputHex[0]), hex(one.inputHex[1]))).toThrow(TypeError);
    }
    const [left, right] = [leafHash(Buffer.from('A')), leafHash(Buffer.from('B'))];
    expect(nodeHash(left, right)).not.toEqual(leafHash(Buffer.concat([left, right])));
  });

  it('is that of the example with seven entries', () => {
    const { leaves, roots } = read<Toy>('own-examples/toy-tree-ABCDEFG.json');
    for (const [size, root] of Object.entries(roots)) {
      const hashes = leaves.slice(0, Number(size)).map((leaf) => leafHash(Buffer.from(leaf)));
      expect(rootOf(hashes).toString('hex')).toBe(root);
    }
  });

  it('is that of the example with 300 entries, from the leaf hashes of its tiles', () => {
    const tiles = ['tile/0/000', 'tile/0/001.p/44'].map((file) => readFileSync(join(VECTORS, 'own-examples', file)));
    const bytes = Buffer.concat(tiles);
    const { rootHex, root256Hex, root100Hex } = read<Log300>('own-examples/log300.json');
    const roots = new Map([
      [100, root100Hex],
      [256, root256Hex],
      [300, rootHex],
    ]);
    const range = new CompactRange();
    for (let at = 0; at < bytes.length; at += 32) {
      range.append(bytes.subarray(at, at + 32));
      if (roots.has(range.size)) expect(range.root().toString('hex')).toBe(roots.get(range.size));
    }
    expect(range.size).toBe(300);
  });

  it('is what the definition says, whatever the size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (size) => {
        const leaves = Array.from({ length: size }, (_, n) => leafHash(Buffer.from(String(n))));
        expect(rootOf(leaves)).toEqual(treeHash(leaves));
      }),
      { numRuns: 60 },
    );
  });

  it('does not follow a leaf that its caller changes afterwards', () => {
    const leaf = leafHash(Buffer.from('A'));
    const range = new CompactRange();
    range.append(leaf);
    const root = range.root();
    leaf.fill(0);
    expect(range.root()).toEqual(root);
  });

  it('takes nothing for a leaf hash that has not its length', () => {
    expect(() => new CompactRange().append(Buffer.alloc(31))).toThrow(TypeError);
  });
});

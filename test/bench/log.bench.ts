/**
 * `npm run bench:log`: the log without its database. Leaves integrated, proofs made, receipts verified, and a whole log
 * verified entry by entry beside the bare cost of hashing the same bytes.
 *
 *   npm run bench:log -- [--entries=100000] [--proofs=5000] [--receipts=500]
 */
import { parseArgs } from 'node:util';
import { parseBundle, formatBundle } from '@fil/log/transparency/bundles';
import { CompactRange } from '@fil/log/transparency/compact-range';
import { entryBytes } from '@fil/log/transparency/entry';
import { sha256 } from '@fil/log/transparency/hashing';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { consistencyPath, inclusionPath } from '@fil/log/transparency/proofs';
import { readEntry } from '@fil/log/transparency/read-entry';
import { formatReceipt, verifyReceipt } from '@fil/log/transparency/receipt';
import { TileCache, TileNodes } from '@fil/log/transparency/tile-nodes';
import { TILE_WIDTH } from '@fil/log/transparency/tiles';
import { TimeRules } from '@fil/log/transparency/time-rules';
import { MemoryTree } from '../transparency/memory-tree';
import { policy, sampleEntry, sampleReceipt } from '../transparency/sample-register';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    entries: { type: 'string', default: '100000' },
    proofs: { type: 'string', default: '5000' },
    receipts: { type: 'string', default: '500' },
  },
});
const entries = Number(values.entries);

/** Sums what parts of the work take, so that making the entries is left out. */
class Stopwatch {
  seconds = 0;
  of<T>(work: () => T): T {
    const began = performance.now();
    const result = work();
    this.seconds += (performance.now() - began) / 1000;
    return result;
  }
}

const perSecond = (count: number, seconds: number): string =>
  `${Math.round(count / seconds).toLocaleString('en')} a second`;

function* bundles(): Generator<Buffer> {
  for (let start = 0; start < entries; start += TILE_WIDTH) {
    const width = Math.min(TILE_WIDTH, entries - start);
    yield formatBundle(Array.from({ length: width }, (_, n) => entryBytes(sampleEntry(start + n))));
  }
}

/** @returns the tree, for proofs */
function wholeLog(): MemoryTree {
  const [bare, integrated, verified] = [new Stopwatch(), new Stopwatch(), new Stopwatch()];
  const tree = new MemoryTree();
  const range = new CompactRange();
  const times = new TimeRules([]);
  const ids = new Set<string>();
  let bytes = 0;
  for (const bundle of bundles()) {
    const width = Math.min(TILE_WIDTH, entries - range.size);
    const leaves = parseBundle(bundle, width);
    bytes += bundle.length;
    bare.of(() => leaves.forEach((entry) => sha256(entry)));
    integrated.of(() => leaves.forEach((entry) => tree.append(leafHash(entry))));
    verified.of(() => {
      for (const leaf of parseBundle(bundle, width)) {
        const entry = readEntry(leaf);
        if (ids.has(entry.id) || times.check(range.size, entry.at).length > 0) throw new Error('the sample is wrong');
        ids.add(entry.id);
        range.append(leafHash(leaf));
      }
    });
  }
  const root = verified.of(() => range.root());
  if (entries > 0 && root.length !== 32) throw new Error('no root');
  console.log(`${entries.toLocaleString('en')} entries, ${(bytes / 1e6).toFixed(1)} MB`);
  console.log(`leaves integrated: ${perSecond(entries, integrated.seconds)}`);
  console.log(`bytes hashed, and nothing else: ${bare.seconds.toFixed(2)} s`);
  const ratio = (verified.seconds / bare.seconds).toFixed(1);
  console.log(
    `verified (form, canonical bytes, ids, times, tree): ${verified.seconds.toFixed(2)} s, ${perSecond(entries, verified.seconds)}, ` +
      `${ratio} times the bare hashing`,
  );
  return tree;
}

async function proofs(tree: MemoryTree): Promise<void> {
  const count = Number(values.proofs);
  const indexes = Array.from({ length: count }, (_, n) => (n * 7919) % tree.size);
  const kept = new TileCache();
  for (const [what, nodes] of [
    ['from the tree itself', () => tree],
    ['from tiles, decoded and kept', () => new TileNodes(tree, tree.size, kept)],
    ['from tiles, decoded each time', () => new TileNodes(tree, tree.size)],
  ] as const) {
    for (const [kind, make] of [
      ['inclusion', inclusionPath],
      ['consistency', (source: MemoryTree | TileNodes, n: number) => consistencyPath(source, n + 1, tree.size)],
    ] as const) {
      const began = performance.now();
      for (const index of indexes) await make(nodes(), index, tree.size);
      console.log(`proofs of ${kind}, ${what}: ${perSecond(count, (performance.now() - began) / 1000)}`);
    }
  }
}

async function receipts(tree: MemoryTree): Promise<void> {
  const count = Number(values.receipts);
  const texts: string[] = [];
  for (let n = 0; n < 50; n++) texts.push(formatReceipt(await sampleReceipt(tree, (n * 7919) % tree.size, tree.size)));
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const began = performance.now();
    const { failures } = verifyReceipt(texts[n % texts.length]!, policy);
    times.push(performance.now() - began);
    if (failures.length > 0) throw new Error(`the sample does not hold: ${failures.join()}`);
  }
  times.sort((a, b) => a - b);
  const at = (part: number): string => times[Math.floor((count - 1) * part)]!.toFixed(2);
  console.log(`receipts verified, two witnesses: ${at(0.5)} ms (p99 ${at(0.99)} ms)`);
}

async function main(): Promise<void> {
  const tree = wholeLog();
  await proofs(tree);
  await receipts(tree);
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

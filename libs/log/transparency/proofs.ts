/** Inclusion and consistency proofs, made and verified: RFC 6962 §2.1.1–2.1.2; verified as RFC 9162 §2.1.3.2 and §2.1.4.2. */
import { EMPTY_ROOT, HASH_BYTES, nodeHash } from './hashing';
import { isCount, type TreeHead } from './tree-head';

/** Root of the complete subtree over the leaves [index · 2^level, (index + 1) · 2^level). */
export interface NodeAddress {
  readonly level: number;
  readonly index: number;
}

/** Complete subtrees of one log: they never change once they exist, so a source serves every size it has reached. */
export interface NodeSource {
  /** Their hashes, in the order asked for. Rejects when one does not exist yet. */
  nodes(addresses: readonly NodeAddress[]): Promise<readonly Buffer[]>;
}

/** Leaves from `start` up to, not including, `end`. */
interface Block {
  readonly start: number;
  readonly end: number;
}

/** Largest power of two not above n, which is at least 1. */
function powerWithin(n: number): number {
  let power = 1;
  while (power * 2 <= n) power *= 2;
  return power;
}

/** Where RFC 6962 splits n leaves: the largest power of two strictly below n, which is at least 2. */
const splitOf = (n: number): number => powerWithin(n - 1);

/** The complete subtrees that make up a block of a proof, from the left. */
export function peaksOf(start: number, end: number): NodeAddress[] {
  const peaks: NodeAddress[] = [];
  for (let at = start; at < end;) {
    const width = powerWithin(end - at);
    peaks.push({ level: Math.log2(width), index: at / width });
    at += width;
  }
  return peaks;
}

/** One hash per block, with a single question to the source. */
async function blockHashes(source: NodeSource, blocks: readonly Block[]): Promise<Buffer[]> {
  const peaks = blocks.map(({ start, end }) => peaksOf(start, end));
  const hashes = await source.nodes(peaks.flat());
  let at = 0;
  return peaks.map(({ length }) => {
    const own = hashes.slice(at, at + length);
    at += length;
    return own.reduceRight((right, left) => nodeHash(left, right));
  });
}

function requireWithin(what: string, value: number, least: number, most: number): void {
  if (!isCount(value) || value < least || value > most) {
    throw new RangeError(`${what} ${value} is not from ${least} to ${most}`);
  }
}

/** Root of the first `size` leaves. */
export async function rootAt(source: NodeSource, size: number): Promise<Buffer> {
  requireWithin('size', size, 0, Number.MAX_SAFE_INTEGER);
  return size === 0 ? EMPTY_ROOT : (await blockHashes(source, [{ start: 0, end: size }]))[0]!;
}

/**
 * Proof that leaf `index` is in the tree of `size` leaves: from the leaf's sibling up to the child of the root.
 * @throws RangeError unless index < size
 */
export async function inclusionPath(source: NodeSource, index: number, size: number): Promise<Buffer[]> {
  requireWithin('size', size, 1, Number.MAX_SAFE_INTEGER);
  requireWithin('index', index, 0, size - 1);
  const blocks: Block[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      blocks.push({ start: middle, end });
      end = middle;
    } else {
      blocks.push({ start, end: middle });
      start = middle;
    }
  }
  return blockHashes(source, blocks.reverse());
}

/**
 * Proof that the tree of `to` leaves begins with the tree of `from` leaves; empty from 0, and from a size to itself.
 * @throws RangeError unless from ≤ to
 */
export async function consistencyPath(source: NodeSource, from: number, to: number): Promise<Buffer[]> {
  const path = await prefixPath(source, from, to);
  // Whoever verifies holds the root of `from`, which is a node of the larger tree when `from` is a power of two.
  return from > 0 && powerWithin(from) === from ? path.slice(1) : path;
}

/**
 * As `consistencyPath`, with the first node always in it, so that the root of the first `from` leaves follows from the
 * proof and the larger tree alone: what a fork is proved with.
 */
export async function prefixPath(source: NodeSource, from: number, to: number): Promise<Buffer[]> {
  requireWithin('size', to, 0, Number.MAX_SAFE_INTEGER);
  requireWithin('older size', from, 0, to);
  if (from === 0 || from === to) return [];
  const blocks: Block[] = [];
  let [start, end] = [0, to];
  while (from !== end) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      blocks.push({ start: middle, end });
      end = middle;
    } else {
      blocks.push({ start, end: middle });
      start = middle;
    }
  }
  return blockHashes(source, [{ start, end }, ...blocks.reverse()]);
}

const areHashes = (path: readonly Uint8Array[]): boolean => path.every(({ length }) => length === HASH_BYTES);

/** The way from a node to the root, a level at a time. `/` and `%`, because `>>` and `&` cut to 32 bits. */
class Climb {
  constructor(
    private at: number,
    private last: number,
  ) {}

  /** There is nothing above. */
  get arrived(): boolean {
    return this.last === 0;
  }

  /** Whether the next hash of a path stands on the left. */
  get fromLeft(): boolean {
    return this.at % 2 === 1 || this.at === this.last;
  }

  up(): void {
    // At the right edge, levels without a sibling are passed over.
    if (this.fromLeft) while (this.at % 2 === 0 && this.at !== 0) this.rise();
    this.rise();
  }

  /** Past the levels at which this node is the right one. */
  pastRight(): void {
    while (this.at % 2 === 1) this.rise();
  }

  private rise(): void {
    this.at = Math.floor(this.at / 2);
    this.last = Math.floor(this.last / 2);
  }
}

/**
 * @param leaf its hash, 32 bytes
 * @param path from the leaf's sibling up
 */
export function verifyInclusion(head: TreeHead, index: number, leaf: Uint8Array, path: readonly Uint8Array[]): boolean {
  if (!isCount(head.size) || !isCount(index) || index >= head.size) return false;
  if (!areHashes([leaf, head.root, ...path])) return false;
  const climb = new Climb(index, head.size - 1);
  let hash: Buffer = Buffer.from(leaf);
  for (const sibling of path) {
    if (climb.arrived) return false;
    hash = climb.fromLeft ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    climb.up();
  }
  return climb.arrived && hash.equals(head.root);
}

/** That the newer tree begins with the older one. Any tree extends the empty one, without a proof. */
export function verifyConsistency(older: TreeHead, newer: TreeHead, path: readonly Uint8Array[]): boolean {
  if (!isCount(older.size) || !isCount(newer.size) || older.size > newer.size) return false;
  if (!areHashes([older.root, newer.root, ...path])) return false;
  if (older.size === 0) return path.length === 0 && older.root.equals(EMPTY_ROOT);
  if (older.size === newer.size) return path.length === 0 && older.root.equals(newer.root);
  if (path.length === 0) return false;
  const isNode = powerWithin(older.size) === older.size;
  const roots = rootsFromPrefix(older.size, newer.size, isNode ? [older.root, ...path] : path);
  return roots !== null && roots.older.equals(older.root) && roots.newer.equals(newer.root);
}

/**
 * The roots of both trees, as a `prefixPath` says; null when it has not the length for these sizes. When `newer` is the
 * root of a tree, `older` is the root of its first `from` leaves, whatever else was signed.
 * @param from at least 1, below `to`
 */
export function rootsFromPrefix(
  from: number,
  to: number,
  path: readonly Uint8Array[],
): { readonly older: Buffer; readonly newer: Buffer } | null {
  const climb = new Climb(from - 1, to - 1);
  climb.pastRight();
  const [first, ...rest] = path;
  if (first === undefined || !areHashes(path)) return null;
  let older: Buffer = Buffer.from(first);
  let newer: Buffer = Buffer.from(first);
  for (const sibling of rest) {
    if (climb.arrived) return null;
    if (climb.fromLeft) {
      older = nodeHash(sibling, older);
      newer = nodeHash(sibling, newer);
    } else newer = nodeHash(newer, sibling);
    climb.up();
  }
  return climb.arrived ? { older, newer } : null;
}

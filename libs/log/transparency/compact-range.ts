/** The root of a log, leaf by leaf: RFC 6962 §2.1, as 04 §1.1–1.2 puts it. */
import { EMPTY_ROOT, HASH_BYTES, nodeHash } from './hashing';

/**
 * The first n leaves of a log, as the roots of its largest complete subtrees ("peaks", one per 1-bit of n): enough to
 * append and to tell the root, in O(log n) of memory.
 */
export class CompactRange {
  private readonly peaks: Buffer[] = [];
  private leaves = 0;

  /** Number of leaves. */
  get size(): number {
    return this.leaves;
  }

  /** Appends the leaf with index `size`. @param leaf its hash, 32 bytes (see `leafHash`) */
  append(leaf: Uint8Array): void {
    if (leaf.length !== HASH_BYTES) throw new TypeError(`a leaf hash has ${HASH_BYTES} bytes, not ${leaf.length}`);
    let hash: Buffer = Buffer.from(leaf);
    // One node is completed for each trailing 1-bit of the index; `%` and `/`, because `&` and `>>` cut to 32 bits.
    for (let index = this.leaves; index % 2 === 1; index = (index - 1) / 2) hash = nodeHash(this.peaks.pop()!, hash);
    this.peaks.push(hash);
    this.leaves++;
  }

  /** Root of the leaves so far. It does not commit to their number: keep `size` beside it. */
  root(): Buffer {
    if (this.leaves === 0) return EMPTY_ROOT;
    return this.peaks.reduceRight((right, left) => nodeHash(left, right));
  }
}

/** Root of the tree over these leaf hashes, in the order of the log. */
export function rootOf(leafHashes: Iterable<Uint8Array>): Buffer {
  const range = new CompactRange();
  for (const leaf of leafHashes) range.append(leaf);
  return range.root();
}

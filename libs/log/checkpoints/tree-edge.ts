import { EMPTY_ROOT, HASH_BYTES, nodeHash } from '../transparency/hashing';
import { fullTileRoot } from '../transparency/tile-nodes';
import { TILE_WIDTH } from '../transparency/tiles';

/** A tile with all its hashes, and the hash over them: what stands for it one level above. */
export interface CompleteTile {
  readonly level: number;
  readonly n: number;
  /** 32 bytes. */
  readonly root: Buffer;
  /** 256 hashes. */
  readonly data: Buffer;
}

/** Root of the complete subtree over `width` hashes, a power of two, of which the first one stands at `at`. */
function subtreeRoot(hashes: Buffer, at: number, width: number): Buffer {
  if (width === 1) return hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
  const half = width / 2;
  return nodeHash(subtreeRoot(hashes, at, half), subtreeRoot(hashes, at + half, half));
}

/**
 * The right edge of the tree: of each level the hashes that are not yet in a complete tile. Enough to append and to tell
 * the root, in a few kilobytes whatever the size.
 */
export class TreeEdge {
  private leaves: number;

  /**
   * @param size number of leaves
   * @param levels of each level, from that of the leaves, its last `floor(size / 256^level) mod 256` hashes
   * @throws TypeError when these are not as many
   */
  constructor(
    size: number,
    private readonly levels: Buffer[],
  ) {
    this.leaves = size;
    levels.forEach((hashes, level) => {
      if (hashes.length !== (Math.floor(size / TILE_WIDTH ** level) % TILE_WIDTH) * HASH_BYTES)
        throw new TypeError(`not the edge of a tree of ${size} leaves`);
    });
    this.levels = levels.map(roomy);
  }

  get size(): number {
    return this.leaves;
  }

  /** Appends the leaf with index `size`. @returns the tiles that it completes, from below */
  append(leaf: Uint8Array): readonly CompleteTile[] {
    const completed: CompleteTile[] = [];
    let hash = leaf;
    let place = this.leaves++;
    for (let level = 0; ; level++) {
      const hashes = (this.levels[level] ??= Buffer.alloc(TILE_WIDTH * HASH_BYTES));
      hashes.set(hash, (place % TILE_WIDTH) * HASH_BYTES);
      if (place % TILE_WIDTH !== TILE_WIDTH - 1) return completed;
      const data = Buffer.from(hashes);
      const root = fullTileRoot(data);
      const n = Math.floor(place / TILE_WIDTH);
      completed.push({ level, n, root, data });
      hash = root;
      place = n;
    }
  }

  /** Root of all leaves so far. */
  root(): Buffer {
    let root: Buffer | null = null;
    // From the right: the lowest level stands furthest there.
    for (const [level, hashes] of this.levels.entries()) {
      let end = Math.floor(this.leaves / TILE_WIDTH ** level) % TILE_WIDTH;
      for (let width = 1; end > 0; width *= 2) {
        // Not a power of two that is in the number of hashes.
        if (Math.floor(end / width) % 2 === 0) continue;
        end -= width;
        const peak = subtreeRoot(hashes, end, width);
        root = root === null ? Buffer.from(peak) : nodeHash(peak, root);
      }
    }
    return root ?? EMPTY_ROOT;
  }
}

function roomy(hashes: Buffer): Buffer {
  const room = Buffer.alloc(TILE_WIDTH * HASH_BYTES);
  room.set(hashes);
  return room;
}

import type { Pool } from 'pg';
import { TILE_WIDTH } from '../transparency/tiles';
import type { TreeHead } from '../transparency/tree-head';
import { LogDamaged } from './damage';
import { readLeaves } from './read-leaves';
import { readEdge, StoredTiles } from './stored-tree';
import type { CompleteTile, TreeEdge } from './tree-edge';

export interface VerifiedTree {
  /** Of the first `from` entries, from what is kept. */
  readonly before: TreeHead;
  /** Of the first `to` entries, from the former and from the entries behind them, read and hashed once more. */
  readonly after: TreeHead;
}

export interface Verification {
  /** Roots that were signed, by their sizes. */
  readonly signed?: ReadonlyMap<number, Buffer>;
  /** Told the sizes that were verified. */
  readonly onProgress?: (size: number) => void;
}

/**
 * Makes the tree from size `from` to size `to` a second time, from the entries, and compares every tile that is kept of
 * it: memory or a disk may have failed since it was made.
 *
 * @throws LogDamaged
 */
export async function verifyTree(
  pool: Pool,
  from: number,
  to: number,
  { signed, onProgress }: Verification = {},
): Promise<VerifiedTree> {
  const edge = await readEdge(pool, from);
  const before: TreeHead = { size: from, root: edge.root() };
  compare(edge, signed);
  const stored = new StoredTiles(pool);
  while (edge.size < to) {
    const completed: CompleteTile[] = [];
    for (const leaf of await readLeaves(pool, edge.size, to)) {
      completed.push(...edge.append(leaf));
      compare(edge, signed);
    }
    await compareTiles(completed, stored);
    onProgress?.(edge.size);
  }
  return { before, after: { size: edge.size, root: edge.root() } };
}

function compare(edge: TreeEdge, signed: ReadonlyMap<number, Buffer> | undefined): void {
  const root = signed?.get(edge.size);
  if (!root || edge.root().equals(root)) return;
  throw new LogDamaged('fork', `the first ${edge.size} entries are not those that were signed`);
}

async function compareTiles(completed: readonly CompleteTile[], stored: StoredTiles): Promise<void> {
  for (const { level, n, data } of completed) {
    const [kept] = await stored.tiles([{ level, index: n, width: TILE_WIDTH }]);
    if (!kept!.equals(data))
      throw new LogDamaged('tile', `tile ${n} of level ${level} is not what follows from the entries`);
  }
}

import type { Pool } from 'pg';
import { byteaArray, int8Array } from '../event-store/postgres/binary-arrays';
import { LogDamaged } from './damage';
import { readLeaves } from './read-leaves';
import { readEdge, readIntegrated } from './stored-tree';
import type { CompleteTile, TreeEdge } from './tree-edge';

/**
 * Grows the tree to what the log has. There is no other way to make it: a start, a recovery and every moment in between
 * take the same steps. Several may run at once: each step is written by one of them.
 */
export class TreeIntegrator {
  /** As it was after the last step; read again whenever that is not where the tree stands. */
  private edge: TreeEdge | null = null;

  constructor(private readonly pool: Pool) {}

  /**
   * Steps until the tree has everything that the log had when it was asked.
   *
   * @returns the size it has reached
   * @throws LogDamaged: a missing entry, or one that has not its hash. Nothing behind it is taken in.
   */
  async catchUp(signal?: AbortSignal): Promise<number> {
    const goal = await this.sizeOfLog();
    for (;;) {
      const { size } = await readIntegrated(this.pool);
      if (size >= goal || signal?.aborted) return size;
      await this.step(size, goal);
    }
  }

  private async sizeOfLog(): Promise<number> {
    const { rows } = await this.pool.query<{ size: number }>('SELECT size::float8 AS size FROM log.head');
    return rows[0]!.size;
  }

  private async step(from: number, to: number): Promise<void> {
    const edge = this.edge?.size === from ? this.edge : await this.soundEdge(from);
    // Until it is written, this edge is of no tree.
    this.edge = null;
    const tiles: CompleteTile[] = [];
    for (const leaf of await readLeaves(this.pool, from, to)) tiles.push(...edge.append(leaf));
    if (await this.write(from, edge, tiles)) this.edge = edge;
  }

  /** @throws LogDamaged when what is kept is not the tree that was integrated */
  private async soundEdge(size: number): Promise<TreeEdge> {
    const edge = await readEdge(this.pool, size);
    const integrated = await readIntegrated(this.pool);
    if (integrated.size === size && !edge.root().equals(integrated.root))
      throw new LogDamaged('tile', `the tree of ${size} entries has not the root it had when it was made`);
    return edge;
  }

  private async write(from: number, edge: TreeEdge, tiles: readonly CompleteTile[]): Promise<boolean> {
    const { rows } = await this.pool.query<{ written: boolean }>({
      name: 'add-tiles',
      text: 'SELECT log.add_tiles($1, $2, $3, $4, $5, $6, $7) AS written',
      values: [
        from,
        edge.size,
        edge.root(),
        tiles.map(({ level }) => level),
        int8Array(tiles.map(({ n }) => n)),
        byteaArray(tiles.map(({ root }) => root)),
        byteaArray(tiles.map(({ data }) => data)),
      ],
    });
    return rows[0]!.written;
  }
}

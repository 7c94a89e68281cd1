/** The tree as it is kept: complete tiles, and the leaves of the entries behind the last one. */
import type { Pool, PoolClient } from 'pg';
import { HASH_BYTES } from '../transparency/hashing';
import { TileCache, TileNodes, type TileReader } from '../transparency/tile-nodes';
import { TILE_WIDTH, type TileAddress } from '../transparency/tiles';
import type { TreeHead } from '../transparency/tree-head';
import { LogDamaged } from './damage';
import { TreeEdge } from './tree-edge';

/** How many entries the tree includes, and its root. */
export async function readIntegrated(database: Pool | PoolClient): Promise<TreeHead> {
  const { rows } = await database.query<TreeHead>('SELECT size::float8 AS size, root FROM log.integrated');
  return rows[0]!;
}

/** Hashes [from, to) of a level, from the rows below it. @throws LogDamaged unless all are there */
async function readHashes(database: Pool | PoolClient, level: number, from: number, to: number): Promise<Buffer> {
  if (from === to) return Buffer.alloc(0);
  const { rows } = await database.query<{ hashes: Buffer | null }>(
    level === 0
      ? {
          name: 'read-level-0',
          text: `SELECT string_agg(leaf, ''::bytea ORDER BY idx) AS hashes FROM log.event WHERE idx >= $1 AND idx < $2`,
          values: [from, to],
        }
      : {
          name: 'read-level',
          text: `SELECT string_agg(root, ''::bytea ORDER BY n) AS hashes FROM log.tile
            WHERE level = $1 AND n >= $2 AND n < $3`,
          values: [level - 1, from, to],
        },
  );
  const { hashes } = rows[0]!;
  if (hashes?.length !== (to - from) * HASH_BYTES)
    throw new LogDamaged(
      level === 0 ? 'gap' : 'tile',
      `of level ${level}, hashes ${from} to ${to - 1} are not all there`,
    );
  return hashes;
}

/** Tiles of every width, from complete tiles and from the rows behind them. */
export class StoredTiles implements TileReader {
  private readonly cache = new TileCache();

  constructor(private readonly database: Pool | PoolClient) {}

  /** Nodes for proofs in a tree of `size` leaves, which must be integrated. Tiles are remembered. */
  nodes(size: number): TileNodes {
    return new TileNodes(this, size, this.cache);
  }

  /** @throws LogDamaged when one is not there */
  tiles(addresses: readonly TileAddress[]): Promise<readonly Buffer[]> {
    return Promise.all(addresses.map((address) => this.tile(address)));
  }

  private async tile({ level, index, width }: TileAddress): Promise<Buffer> {
    const first = index * TILE_WIDTH;
    if (width < TILE_WIDTH) return readHashes(this.database, level, first, first + width);
    const { rows } = await this.database.query<{ data: Buffer }>({
      name: 'read-tile',
      text: 'SELECT data FROM log.tile WHERE level = $1 AND n = $2',
      values: [level, index],
    });
    if (!rows[0]) throw new LogDamaged('tile', `tile ${index} of level ${level} is missing`);
    return rows[0].data;
  }
}

/** The right edge of the tree when it had `size` leaves. @throws LogDamaged */
export async function readEdge(database: Pool | PoolClient, size: number): Promise<TreeEdge> {
  const levels: Buffer[] = [];
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH))
    levels.push(await readHashes(database, level, count - (count % TILE_WIDTH), count));
  return new TreeEdge(size, levels);
}

/** The signed log as files: C2SP tlog-tiles. */
import type { Pool } from 'pg';
import { parseBundlePath, parseTilePath, TILE_WIDTH, tileWidth } from '../transparency/tiles';
import { Unreadable } from '../transparency/unreadable';
import { cosignedNote, lastPublished } from './kept-checkpoints';
import { StoredTiles } from './stored-tree';

export class LogFiles {
  private readonly tiles: StoredTiles;
  /** Of the largest published checkpoint that was seen: it only grows. */
  private published = 0;

  constructor(private readonly pool: Pool) {
    this.tiles = new StoredTiles(pool);
  }

  /** The last published checkpoint with its cosignatures; null before the first. */
  async checkpoint(): Promise<string | null> {
    const kept = await lastPublished(this.pool);
    return kept && cosignedNote(this.pool, kept);
  }

  /**
   * A tile or a bundle of entries, of any width up to what is published; null for any other, and for any other spelling.
   *
   * @param path from `tile/` on, as it was asked for
   */
  async file(path: string): Promise<Buffer | null> {
    const isBundle = path.startsWith('tile/entries/');
    const address = readAddress(() => (isBundle ? { level: 0, ...parseBundlePath(path) } : parseTilePath(path)));
    if (!address || !(await this.isPublished(address))) return null;
    if (!isBundle) return (await this.tiles.tiles([address]))[0]!;
    return this.entries(address.index * TILE_WIDTH, address.width);
  }

  private async isPublished({
    level,
    index,
    width,
  }: {
    level: number;
    index: number;
    width: number;
  }): Promise<boolean> {
    if (width <= tileWidth(level, index, this.published)) return true;
    const { rows } = await this.pool.query<{ size: number }>(
      'SELECT coalesce(max(size), 0)::float8 AS size FROM log.publication',
    );
    this.published = rows[0]!.size;
    return width <= tileWidth(level, index, this.published);
  }

  private async entries(first: number, width: number): Promise<Buffer> {
    const { rows } = await this.pool.query<{ bytes: Buffer }>({
      name: 'read-bundle',
      text: `SELECT string_agg(substring(int4send(octet_length(entry)) FROM 3) || entry, ''::bytea ORDER BY idx) AS bytes
        FROM log.event WHERE idx >= $1 AND idx < $2`,
      values: [first, first + width],
    });
    return rows[0]!.bytes;
  }
}

function readAddress<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

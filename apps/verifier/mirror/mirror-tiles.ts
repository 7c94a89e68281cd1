/** Tiles of a mirror at any size up to its own: a partial tile is the beginning of the wider one that is kept. */
import { HASH_BYTES } from '@fil/log/transparency/hashing';
import type { TileReader } from '@fil/log/transparency/tile-nodes';
import { type TileAddress, tilePath, tileWidth } from '@fil/log/transparency/tiles';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { type MirrorSource, TILE_BYTES } from './mirror-source';

export class MirrorTiles implements TileReader {
  /** @param size the mirror was brought to */
  constructor(
    private readonly source: MirrorSource,
    private readonly size: number,
  ) {}

  async tiles(addresses: readonly TileAddress[]): Promise<readonly Buffer[]> {
    return addresses.map(({ level, index, width }) => {
      const kept = { level, index, width: tileWidth(level, index, this.size) };
      const bytes = this.source.read(tilePath(kept), TILE_BYTES);
      if (!bytes || bytes.length < width * HASH_BYTES)
        throw new Unreadable(`${tilePath(kept)} is missing or too short`);
      return bytes.subarray(0, width * HASH_BYTES);
    });
  }
}

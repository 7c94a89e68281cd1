/** The nodes of proofs, from tiles. */
import { HASH_BYTES, nodeHash } from './hashing';
import type { NodeAddress, NodeSource } from './proofs';
import { TILE_HEIGHT, TILE_WIDTH, type TileAddress, tileWidth } from './tiles';
import { Unreadable } from './unreadable';

export interface TileReader {
  /** Their bytes, 32 per hash and as many hashes as they are wide, in the order asked for. Rejects when one is missing. */
  tiles(addresses: readonly TileAddress[]): Promise<readonly Buffer[]>;
}

/** Hashes of a tile, and of the complete subtrees over them: `levels[r]` has one for each 2^r. */
interface DecodedTile {
  readonly width: number;
  readonly levels: readonly Buffer[];
}

/** @throws Unreadable when the tile has another length than its width asks for */
function decodeTile(bytes: Buffer, width: number): DecodedTile {
  if (bytes.length !== width * HASH_BYTES) {
    throw new Unreadable(`a tile of ${bytes.length} bytes instead of ${width * HASH_BYTES}`);
  }
  const levels = [bytes];
  for (let below = bytes; levels.length < TILE_HEIGHT && below.length >= 2 * HASH_BYTES;) {
    const above = Buffer.alloc(Math.floor(below.length / (2 * HASH_BYTES)) * HASH_BYTES);
    for (let at = 0; at < above.length; at += HASH_BYTES) {
      const left = below.subarray(2 * at, 2 * at + HASH_BYTES);
      above.set(nodeHash(left, below.subarray(2 * at + HASH_BYTES, 2 * at + 2 * HASH_BYTES)), at);
    }
    levels.push(above);
    below = above;
  }
  return { width, levels };
}

/** Root of a full tile: what the level above holds for it. @throws Unreadable unless it has 256 hashes */
export function fullTileRoot(bytes: Buffer): Buffer {
  const top = decodeTile(bytes, TILE_WIDTH).levels[TILE_HEIGHT - 1]!;
  return nodeHash(top.subarray(0, HASH_BYTES), top.subarray(HASH_BYTES));
}

/** The tiles asked for last, decoded: hashing 255 nodes anew is most of what a proof costs. 16 kB for each. */
export class TileCache {
  private readonly kept = new Map<string, DecodedTile>();

  /** @param most tiles to keep */
  constructor(private readonly most = 256) {}

  /** One that is at least as wide: a partial tile is the beginning of the full one. */
  get({ level, index, width }: TileAddress): DecodedTile | undefined {
    const key = `${level}/${index}`;
    const tile = this.kept.get(key);
    if (!tile || tile.width < width) return undefined;
    this.kept.delete(key);
    this.kept.set(key, tile);
    return tile;
  }

  set({ level, index }: TileAddress, tile: DecodedTile): void {
    const key = `${level}/${index}`;
    this.kept.delete(key);
    this.kept.set(key, tile);
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value!);
  }
}

/** Trusts its reader: a proof made from tiles of others is verified, and their tiles get no cache that outlives them. */
export class TileNodes implements NodeSource {
  /**
   * @param size of the log: decides how wide the tiles of the right edge are asked for
   * @param cache of this log only; serves every size of it
   */
  constructor(
    private readonly reader: TileReader,
    private readonly size: number,
    private readonly cache = new TileCache(),
  ) {}

  async nodes(addresses: readonly NodeAddress[]): Promise<Buffer[]> {
    const places = addresses.map((address) => this.placeOf(address));
    const tiles = await this.decoded(places.map(({ tile }) => tile));
    return places.map(({ rise, at }, n) => {
      const level = tiles[n]!.levels[rise]!;
      return level.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
    });
  }

  private placeOf({ level, index }: NodeAddress): { tile: TileAddress; rise: number; at: number } {
    const rise = level % TILE_HEIGHT;
    const perTile = TILE_WIDTH / 2 ** rise;
    const tileLevel = (level - rise) / TILE_HEIGHT;
    const tileIndex = Math.floor(index / perTile);
    const width = tileWidth(tileLevel, tileIndex, this.size);
    const at = index % perTile;
    if ((at + 1) * 2 ** rise > width) {
      throw new RangeError(`a log of ${this.size} entries has no node ${index} of level ${level}`);
    }
    return { tile: { level: tileLevel, index: tileIndex, width }, rise, at };
  }

  private async decoded(addresses: readonly TileAddress[]): Promise<DecodedTile[]> {
    const found = new Map<string, DecodedTile>();
    const missing = new Map<string, TileAddress>();
    const keyOf = ({ level, index }: TileAddress): string => `${level}/${index}`;
    for (const address of addresses) {
      const tile = this.cache.get(address);
      if (tile) found.set(keyOf(address), tile);
      else missing.set(keyOf(address), address);
    }
    if (missing.size > 0) {
      const wanted = [...missing.values()];
      const bytes = await this.reader.tiles(wanted);
      wanted.forEach((address, n) => {
        const tile = decodeTile(bytes[n]!, address.width);
        this.cache.set(address, tile);
        found.set(keyOf(address), tile);
      });
    }
    return addresses.map((address) => found.get(keyOf(address))!);
  }
}

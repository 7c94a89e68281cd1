/** Tiles of a checkpoint, none of which is believed before it leads to the signed root. */
import { HASH_BYTES } from '../transparency/hashing';
import { rootAt } from '../transparency/proofs';
import { fullTileRoot, TileNodes, type TileReader } from '../transparency/tile-nodes';
import { TILE_WIDTH, type TileAddress, tileLevels, tilePath, tileWidth } from '../transparency/tiles';
import type { TreeHead } from '../transparency/tree-head';

/** Where tiles come from, unverified; the first that fits is taken. */
export interface TileCandidates {
  candidates(address: TileAddress, isRight: (bytes: Buffer) => boolean): Promise<Buffer>;
}

/** Tiles that are remembered: those above the ones that are being read, of which there are few. */
const REMEMBERED = 64;

export class VerifiedTiles implements TileReader {
  private readonly remembered = new Map<string, Promise<Buffer>>();

  private constructor(
    private readonly head: TreeHead,
    private readonly edge: ReadonlyMap<string, Buffer>,
    private readonly source: TileCandidates,
  ) {}

  /**
   * Reads the partial tiles of the right edge, from which the root follows.
   * @returns null when it does not
   */
  static async open(head: TreeHead, readEdge: TileReader, source: TileCandidates): Promise<VerifiedTiles | null> {
    const addresses = edgeOf(head.size);
    const bytes = await readEdge.tiles(addresses);
    const edge = new Map(addresses.map((address, n) => [tilePath(address), bytes[n]!]));
    if (bytes.some(({ length }, n) => length !== addresses[n]!.width * HASH_BYTES)) return null;
    const own: TileReader = { tiles: async (wanted) => wanted.map((address) => edge.get(tilePath(address))!) };
    const root = await rootAt(new TileNodes(own, head.size), head.size);
    return root.equals(head.root) ? new VerifiedTiles(head, edge, source) : null;
  }

  tiles(addresses: readonly TileAddress[]): Promise<Buffer[]> {
    return Promise.all(addresses.map((address) => this.tile(address)));
  }

  /** Nodes of the tree of the checkpoint, for proofs and for the roots of smaller sizes. */
  nodes(): TileNodes {
    return new TileNodes(this, this.head.size);
  }

  /** @param address as wide as the tile is in the tree of the checkpoint */
  tile(address: TileAddress): Promise<Buffer> {
    const path = tilePath(address);
    const known = this.edge.get(path) ?? this.remembered.get(path);
    if (known) return Promise.resolve(known);
    const tile = this.fullTile(address);
    this.remembered.set(path, tile);
    if (this.remembered.size > REMEMBERED) this.remembered.delete(this.remembered.keys().next().value!);
    return tile;
  }

  private async fullTile({ level, index, width }: TileAddress): Promise<Buffer> {
    const above = { level: level + 1, index: Math.floor(index / TILE_WIDTH) };
    const parent = await this.tile({ ...above, width: tileWidth(above.level, above.index, this.head.size) });
    const at = (index % TILE_WIDTH) * HASH_BYTES;
    const root = parent.subarray(at, at + HASH_BYTES);
    return this.source.candidates(
      { level, index, width },
      (bytes) => bytes.length === TILE_WIDTH * HASH_BYTES && fullTileRoot(bytes).equals(root),
    );
  }
}

/** Partial tiles of a log of this size: at most one to a level. */
export const edgeOf = (size: number): TileAddress[] =>
  Array.from({ length: tileLevels(size) }, (_, level) => {
    const index = Math.floor(size / TILE_WIDTH ** (level + 1));
    return { level, index, width: tileWidth(level, index, size) };
  }).filter(({ width }) => width > 0);

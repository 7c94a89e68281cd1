import { nodeHash } from '@fil/log/transparency/hashing';
import type { NodeAddress, NodeSource } from '@fil/log/transparency/proofs';
import type { TileReader } from '@fil/log/transparency/tile-nodes';
import { TILE_HEIGHT, type TileAddress } from '@fil/log/transparency/tiles';

/** A log's complete subtrees, kept in memory. */
export class MemoryTree implements NodeSource, TileReader {
  private readonly levels: Buffer[][] = [[]];
  /** How many tiles were handed out. */
  tilesRead = 0;

  constructor(leaves: Iterable<Buffer> = []) {
    for (const leaf of leaves) this.append(leaf);
  }

  get size(): number {
    return this.levels[0]!.length;
  }

  append(leaf: Buffer): void {
    let hash = leaf;
    for (let level = 0; ; level++) {
      const nodes = (this.levels[level] ??= []);
      nodes.push(hash);
      if (nodes.length % 2 === 1) return;
      hash = nodeHash(nodes.at(-2)!, hash);
    }
  }

  node({ level, index }: NodeAddress): Buffer {
    const node = this.levels[level]?.[index];
    if (!node) throw new RangeError(`there is no node ${index} of level ${level}`);
    return node;
  }

  async nodes(addresses: readonly NodeAddress[]): Promise<Buffer[]> {
    return addresses.map((address) => this.node(address));
  }

  async tiles(addresses: readonly TileAddress[]): Promise<Buffer[]> {
    this.tilesRead += addresses.length;
    return addresses.map((address) => this.tile(address));
  }

  tile({ level, index, width }: TileAddress): Buffer {
    return Buffer.concat(
      Array.from({ length: width }, (_, n) => this.node({ level: level * TILE_HEIGHT, index: index * 256 + n })),
    );
  }
}

/** A mirror of the sample register in memory, with the files that a mirror has, to be tampered with. */
import { formatBundle } from '@fil/log/transparency/bundles';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { bundlePath, tileLevels, tilePath, tilesOfLevel } from '@fil/log/transparency/tiles';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { entryBytes } from '@fil/log/transparency/entry';
import type { MirrorSource } from '../../apps/verifier/mirror/mirror-source';
import { MemoryTree } from './memory-tree';
import { sampleCheckpoint, sampleEntry } from './sample-register';

export class MemoryMirror implements MirrorSource {
  readonly files = new Map<string, Buffer>();

  read(path: string, most: number): Buffer | null {
    const bytes = this.files.get(path);
    if (bytes && bytes.length > most) throw new Unreadable('too long');
    return bytes ?? null;
  }

  /** To be tampered with alone. */
  copy(): MemoryMirror {
    const copy = new MemoryMirror();
    for (const [path, bytes] of this.files) copy.files.set(path, bytes);
    return copy;
  }

  keptCheckpoints(): readonly string[] {
    return [...this.files.keys()].flatMap((path) => /^checkpoints\/(.*)$/.exec(path)?.[1] ?? []);
  }

  /** Bundles and tiles of these entries, and the state at their number. */
  async show(
    entries: readonly Buffer[],
    sign: (tree: MemoryTree, size: number) => Promise<string> = sampleCheckpoint,
  ): Promise<this> {
    const tree = new MemoryTree(entries.map(leafHash));
    this.writeBundles(entries);
    for (let level = 0; level < tileLevels(entries.length); level++) {
      for (const address of tilesOfLevel(level, entries.length)) this.files.set(tilePath(address), tree.tile(address));
    }
    this.files.set('checkpoint', Buffer.from(await sign(tree, entries.length)));
    return this;
  }

  /** The bundles alone, as if somebody had changed the entries and nothing else. */
  writeBundles(entries: readonly Buffer[], size = entries.length): void {
    for (const address of tilesOfLevel(0, size)) {
      const from = address.index * 256;
      this.files.set(bundlePath(address), formatBundle(entries.slice(from, from + address.width)));
    }
  }

  /** Keeps the state that these entries had at a size, as the log signed it then. */
  async keep(entries: readonly Buffer[], size: number, witnesses = 2): Promise<this> {
    const tree = new MemoryTree(entries.map(leafHash));
    this.files.set(`checkpoints/${size}`, Buffer.from(await sampleCheckpoint(tree, size, witnesses)));
    return this;
  }
}

export const sampleEntries = (size: number): Buffer[] =>
  Array.from({ length: size }, (_, n) => entryBytes(sampleEntry(n)));

/** A mirror with nothing wrong, that has kept some earlier states. */
export async function sampleMirror(entries: readonly Buffer[], kept: readonly number[] = []): Promise<MemoryMirror> {
  const mirror = await new MemoryMirror().show(entries);
  for (const size of kept) await mirror.keep(entries, size);
  return mirror;
}

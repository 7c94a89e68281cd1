/** Entries of a mirror up to a size, once more, with the root they lead to. */
import { CompactRange } from '@fil/log/transparency/compact-range';
import type { Entry } from '@fil/log/transparency/entry';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { readEntry } from '@fil/log/transparency/read-entry';
import { bundlePath, tilesOfLevel } from '@fil/log/transparency/tiles';
import { Unreadable } from '@fil/log/transparency/unreadable';
import { bundleEntries } from './bundle-entries';
import { type MirrorSource, MOST_BUNDLE_BYTES } from './mirror-source';

export interface LastRead {
  /** Of the entries read; hexadecimal. */
  readonly root: string;
  /** `at` of the last of them. */
  readonly at: string;
}

/**
 * @param of size the mirror was brought to
 * @param until how many entries are wanted, at least one
 * @returns null when it has not all of them, or one that is no entry
 */
export function readEntries(
  source: MirrorSource,
  of: number,
  until: number,
  visit: (entry: Entry, index: number) => void,
): LastRead | null {
  const range = new CompactRange();
  try {
    for (const address of tilesOfLevel(0, of)) {
      const bytes = source.read(bundlePath(address), MOST_BUNDLE_BYTES);
      for (const one of bytes ? bundleEntries(bytes).entries : []) {
        const entry = readEntry(one);
        visit(entry, range.size);
        range.append(leafHash(one));
        if (range.size === until) return { root: range.root().toString('hex'), at: entry.at };
      }
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  return null;
}

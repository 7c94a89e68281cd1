/** What hashing alone costs, as a measure for all the rest: the same bytes, the same tree, and nothing looked at. */
import { CompactRange } from '@fil/log/transparency/compact-range';
import { leafHash } from '@fil/log/transparency/leaf-hash';
import { bundlePath, tilesOfLevel } from '@fil/log/transparency/tiles';
import { bundleEntries } from './bundle-entries';
import { type MirrorSource, MOST_BUNDLE_BYTES } from './mirror-source';

/** @param clock seconds @returns seconds, without reading the files */
export function bareHashing(source: MirrorSource, size: number, clock: () => number): number {
  const range = new CompactRange();
  let seconds = 0;
  for (const address of tilesOfLevel(0, size)) {
    const bytes = source.read(bundlePath(address), MOST_BUNDLE_BYTES);
    if (!bytes) break;
    const started = clock();
    for (const entry of bundleEntries(bytes).entries) range.append(leafHash(entry));
    seconds += clock() - started;
  }
  return seconds;
}

import type { Cursor } from './cursor-table';
import type { Projection } from './projection';

/** Projections that go through the log together, so that each piece is read and opened once for all of them. */
export type Track = Set<Projection>;

/** Further apart than this they go separately: one that is made anew must not hold up those that are at the head. */
const FAR = 20_000;

export function tracksOf(projections: readonly Projection[], cursors: readonly Cursor[]): Track[] {
  const size = (projection: Projection): number =>
    cursors.find(({ name, version }) => name === projection.name && version === projection.version)?.size ?? 0;
  const tracks: Track[] = [];
  let last = -Infinity;
  for (const projection of [...projections].sort((a, b) => size(a) - size(b))) {
    if (size(projection) - last > FAR) tracks.push(new Set());
    tracks.at(-1)!.add(projection);
    last = size(projection);
  }
  return tracks;
}

/** Those whose version has been dropped meanwhile. */
export function withoutCursor(track: Track, cursors: readonly Cursor[]): Projection[] {
  const names = new Set(cursors.map(({ name }) => name));
  return [...track].filter(({ name }) => !names.has(name));
}

/** Those of a track that are furthest behind: they go first, until all are at one place again. */
export function lastOnes(
  track: Track,
  cursors: readonly Cursor[],
): { readonly from: number; readonly projections: readonly Projection[] } {
  const from = Math.min(...cursors.map(({ size }) => size));
  const behind = new Set(cursors.filter(({ size }) => size === from).map(({ name }) => name));
  return { from, projections: [...track].filter(({ name }) => behind.has(name)) };
}

/** Where a log's hashes and entries stand, as files of fixed size: C2SP tlog-tiles. */
import { isCount } from './tree-head';
import { Unreadable } from './unreadable';

export const TILE_HEIGHT = 8;
/** Hashes or entries in a full tile or bundle. */
export const TILE_WIDTH = 256;
const HIGHEST_LEVEL = 63;
const MOST_INDEX = 2n ** 64n - 1n;

export interface TileAddress {
  /** 0 holds leaf hashes; a hash of level L + 1 is the root of a full tile of level L. */
  readonly level: number;
  readonly index: number;
  /** 1 to 256. Below 256 the tile is partial: the first hashes of the full one. */
  readonly width: number;
}

/** Entries beside the tiles of level 0: same index, same width. */
export type BundleAddress = Omit<TileAddress, 'level'>;

/** `tile/<level>/<index>[.p/<width>]`, behind the address at which the log is read. */
export const tilePath = ({ level, index, width }: TileAddress): string =>
  `tile/${level}/${formatTileIndex(index)}${partial(width)}`;

/** `tile/entries/<index>[.p/<width>]`, behind the address at which the log is read. */
export const bundlePath = ({ index, width }: BundleAddress): string =>
  `tile/entries/${formatTileIndex(index)}${partial(width)}`;

const partial = (width: number): string => (width === TILE_WIDTH ? '' : `.p/${width}`);

/** Groups of three digits, all but the last behind an `x`: 1234067 is `x001/x234/067`. */
export function formatTileIndex(index: number | bigint): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g)!;
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** @throws Unreadable on any other spelling, and beyond 2^64 − 1 */
export function parseTileIndex(text: string): bigint {
  if (!/^(?:x[0-9]{3}\/){0,6}[0-9]{3}$/.test(text)) throw new Unreadable('not the index of a tile');
  const index = BigInt(text.replace(/[x/]/g, ''));
  if (index > MOST_INDEX || formatTileIndex(index) !== text) throw new Unreadable('not the index of a tile');
  return index;
}

/** @param path without a slash before it @throws Unreadable on any other spelling than that of `tilePath` */
export function parseTilePath(path: string): TileAddress {
  const [, digits, rest] = /^tile\/([0-9]{1,2})\/(.*)$/s.exec(path) ?? [];
  if (digits === undefined || rest === undefined) throw new Unreadable('not the path of a tile');
  const level = Number(digits);
  if (level > HIGHEST_LEVEL || String(level) !== digits) throw new Unreadable('not the level of a tile');
  return { level, ...indexAndWidth(rest) };
}

/** @param path without a slash before it @throws Unreadable on any other spelling than that of `bundlePath` */
export function parseBundlePath(path: string): BundleAddress {
  const [, rest] = /^tile\/entries\/(.*)$/s.exec(path) ?? [];
  if (rest === undefined) throw new Unreadable('not the path of a bundle of entries');
  return indexAndWidth(rest);
}

function indexAndWidth(text: string): BundleAddress {
  const [, indexText, widthText] = /^(.*?)(?:\.p\/([1-9][0-9]{0,2}))?$/s.exec(text) ?? [];
  if (indexText === undefined) throw new Unreadable('not the index of a tile');
  const width = widthText === undefined ? TILE_WIDTH : Number(widthText);
  if (widthText !== undefined && width >= TILE_WIDTH) throw new Unreadable('not the width of a partial tile');
  const index = Number(parseTileIndex(indexText));
  // A number holds no index beyond this exactly, and no log has such a tile.
  if (!isCount(index)) throw new Unreadable('an index beyond 2^53 − 1');
  return { index, width };
}

/** How many hashes a level has in a log of `size` entries. */
const hashesAt = (level: number, size: number): number => Math.floor(size / TILE_WIDTH ** level);

/** Width of a tile in a log of `size` entries: 256 when full, 0 when there is none yet. */
export const tileWidth = (level: number, index: number, size: number): number =>
  Math.max(0, Math.min(TILE_WIDTH, hashesAt(level, size) - index * TILE_WIDTH));

/** Levels that have tiles in a log of `size` entries: those below this number. */
export function tileLevels(size: number): number {
  let levels = 0;
  while (hashesAt(levels, size) > 0) levels++;
  return levels;
}

/** All tiles of one level, in order; also the bundles, for level 0. */
export function* tilesOfLevel(level: number, size: number): Generator<TileAddress> {
  for (let index = 0; ; index++) {
    const width = tileWidth(level, index, size);
    if (width === 0) return;
    yield { level, index, width };
  }
}

import fc from 'fast-check';
import { vectorBytes, vectorJson } from '../../../test/transparency/vectors';
import { formatBundle, parseBundle } from './bundles';
import { leafHash } from './leaf-hash';
import {
  bundlePath,
  formatTileIndex,
  parseBundlePath,
  parseTileIndex,
  parseTilePath,
  tileLevels,
  tilePath,
  tilesOfLevel,
  tileWidth,
} from './tiles';
import { Unreadable } from './unreadable';

interface Tessera {
  tilePath: { level: number; index: number; partial: number; path: string }[];
  parse: {
    level: string;
    index: string;
    wantErr: boolean;
    wantLevel?: string;
    wantIndex?: string;
    wantPartial?: string;
  }[];
  entriesPathForIndex: { seq: string; logSize: string; path: string }[];
}
const tessera = vectorJson<Tessera>('tiles/tessera-paths.json');
const pathsOf = (level: number, size: number): string[] => [...tilesOfLevel(level, size)].map(tilePath);

describe('the path of a tile', () => {
  it.each(tessera.tilePath)('is $path', ({ level, index, partial, path }) => {
    const address = { level, index, width: partial === 0 ? 256 : partial };
    expect(tilePath(address)).toBe(path);
    expect(parseTilePath(path)).toEqual(address);
  });

  it.each(tessera.parse.filter(({ wantErr }) => !wantErr))('is read: $level, $index', (one) => {
    const [, index, width] = /^(.*?)(?:\.p\/(.*))?$/.exec(one.index)!;
    expect(parseTileIndex(index!)).toBe(BigInt(one.wantIndex!));
    expect(width ?? '0').toBe(one.wantPartial);
    const path = `tile/${one.level}/${one.index}`;
    // An index beyond 2^53 − 1 is well spelled, and of no log: see EXPECTED DEVIATIONS in SOURCE.txt.
    if (BigInt(one.wantIndex!) > Number.MAX_SAFE_INTEGER) expect(() => parseTilePath(path)).toThrow(Unreadable);
    else expect(tilePath(parseTilePath(path))).toBe(path);
  });

  it.each(tessera.parse.filter(({ wantErr }) => wantErr))('is not: $level, $index', ({ level, index }) => {
    expect(() => parseTilePath(`tile/${level}/${index}`)).toThrow(Unreadable);
  });

  it('is that of other programs, without the height they write before the level', () => {
    const { cases } = vectorJson<{
      cases: { path: string; tile: { L: number; N: number; W: number; H: number } | null }[];
    }>('tiles/go-sumdb-tile-paths.json');
    for (const { path, tile } of cases) {
      const ours = path.replace(/^tile\/\d+\//, 'tile/').replace('tile/data/', 'tile/entries/');
      const isPartial = ours.includes('.p/');
      if (tile === null) expect(() => parseTilePath(ours)).toThrow(Unreadable);
      else if (tile.L === -1) expect(parseBundlePath(ours)).toEqual({ index: tile.N, width: 256 });
      else expect(parseTilePath(ours)).toEqual({ level: tile.L, index: tile.N, width: isPartial ? tile.W : 256 });
    }
  });

  it.each([
    'tile/0/000/',
    '/tile/0/000',
    'tile/00/000',
    'tile/0/1000',
    'tile/0/x000/000',
    'tile/0/x000',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/1/',
    'tile/0/000.p/1\n',
    'tile/0/000\n',
    'tile/0/%30%30%30',
    'tile/0/٠٠٠',
    'tile/entries/000',
    'tile/0/x018/x446/x744/x073/x709/x551/616',
    'tile/0/../0/000',
  ])('is not %j', (path) => expect(() => parseTilePath(path)).toThrow(Unreadable));

  it('has one spelling for each number up to 2^64 − 1', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        (index) => parseTileIndex(formatTileIndex(index)) === index,
      ),
    );
    expect(formatTileIndex(1_234_067)).toBe('x001/x234/067');
  });

  it('of entries is like that of their hashes', () => {
    for (const { seq, logSize, path } of tessera.entriesPathForIndex) {
      const index = Math.floor(Number(seq) / 256);
      const address = { index, width: tileWidth(0, index, Number(logSize)) };
      expect(bundlePath(address)).toBe(path);
      expect(parseBundlePath(path)).toEqual(address);
    }
    for (const path of ['tile/entries', 'tile/entries/', 'tile/entries/0', 'tile/0/000', 'tile/entries/000.p/256']) {
      expect(() => parseBundlePath(path)).toThrow(Unreadable);
    }
  });
});

describe('the tiles of a log', () => {
  it('are those of the examples', () => {
    expect(pathsOf(0, 0)).toEqual([]);
    expect(tileLevels(0)).toBe(0);
    expect([pathsOf(0, 256), pathsOf(1, 256), pathsOf(2, 256)]).toEqual([['tile/0/000'], ['tile/1/000.p/1'], []]);
    expect([pathsOf(0, 300), pathsOf(1, 300)]).toEqual([['tile/0/000', 'tile/0/001.p/44'], ['tile/1/000.p/1']]);
    expect([1, 255, 256, 65_535, 65_536, 2 ** 53 - 1].map(tileLevels)).toEqual([1, 1, 2, 2, 3, 7]);
  });

  it('are mostly full, and partial at the right edge', () => {
    const widths = (level: number): number[] => [...tilesOfLevel(level, 70_000)].map(({ width }) => width);
    expect([widths(0).length, widths(0).filter((width) => width === 256).length, widths(0).at(-1)]).toEqual([
      274, 273, 112,
    ]);
    expect([widths(1), widths(2), widths(3)]).toEqual([[256, 17], [1], []]);
  });
});

describe('a bundle', () => {
  it('is that of the example', () => {
    const entries = ['A', 'BC', ''].map((text) => Buffer.from(text));
    expect(formatBundle(entries).toString('hex')).toBe('0001410002424300' + '00');
    expect(parseBundle(formatBundle(entries), 3)).toEqual(entries);
  });

  it('holds the entries whose hashes are in the tile beside it', () => {
    for (const [bundle, tile, width] of [
      ['000', '000', 256],
      ['001.p/44', '001.p/44', 44],
    ] as const) {
      const entries = parseBundle(vectorBytes(`own-examples/tile/entries/${bundle}`), width);
      expect(Buffer.concat(entries.map(leafHash))).toEqual(vectorBytes(`own-examples/tile/0/${tile}`));
    }
  });

  it('that is cut, or of another width, is unreadable', () => {
    const bytes = formatBundle([Buffer.from('A'), Buffer.from('BC')]);
    for (let end = 0; end < bytes.length; end++)
      expect(() => parseBundle(bytes.subarray(0, end), 2)).toThrow(Unreadable);
    expect(() => parseBundle(bytes, 1)).toThrow(Unreadable);
    expect(() => parseBundle(Buffer.concat([bytes, Buffer.of(0, 0)]), 2)).toThrow(Unreadable);
  });

  it('holds entries up to 65,535 bytes', () => {
    const longest = Buffer.alloc(65_535, 1);
    expect(parseBundle(formatBundle([longest]), 1)).toEqual([longest]);
    expect(() => formatBundle([Buffer.alloc(65_536)])).toThrow(RangeError);
  });
});

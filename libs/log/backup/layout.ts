/**
 * What the files of a backup are called. Entries stand in bundles of 256 under the names and in the form of C2SP
 * tlog-tiles, so that they read as a mirror of the log does (04 §1.8). What changes when words are erased bears its
 * digest in its name: the file that a manifest names is never written over.
 */
export const BUNDLE = 256;

/** `000`, `x001/000`, `x001/x234/067`: groups of three digits. */
export function tileNumber(n: number): string {
  const last = String(n % 1_000).padStart(3, '0');
  let rest = Math.floor(n / 1_000);
  let before = '';
  while (rest > 0) {
    before = `x${String(rest % 1_000).padStart(3, '0')}/${before}`;
    rest = Math.floor(rest / 1_000);
  }
  return before + last;
}

/** @param width entries in it; fewer than 256 only in the last */
export const entriesFile = (bundle: number, width: number): string =>
  `tile/entries/${tileNumber(bundle)}${width < BUNDLE ? `.p/${width}` : ''}`;

const digits = (sha256: string): string => sha256.slice(0, 16);

export const besideFile = (bundle: number, sha256: string): string => `beside/${tileNumber(bundle)}-${digits(sha256)}`;

export const tableFile = (table: string, sha256: string): string => `tables/${table}-${digits(sha256)}.jsonl`;

/** Folders that hold nothing but files of the backup. */
export const FOLDERS = ['tile', 'beside', 'tables'] as const;

/** Nothing else is read or removed in the directory of a backup. */
export const FILE_NAME =
  /^(?:tile\/entries|beside|tables)(?:\/[a-z0-9_]+(?:\.[a-z0-9_]+)*(?:-[0-9a-f]{16}(?:\.jsonl)?)?)+$/;

/** `schema.table`, never of the server itself. */
export const TABLE_NAME = /^(?!pg_|information_schema\.)[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$/;

export const bundlesOf = (size: number): number => Math.ceil(size / BUNDLE);

export const widthOf = (bundle: number, size: number): number => Math.min(BUNDLE, size - bundle * BUNDLE);

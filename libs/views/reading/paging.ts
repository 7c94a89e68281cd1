/** Cursors of pages: opaque to whoever reads, values of the sort key inside. They outlive changes: no offset is counted. */
import { isPossibleDate } from '@fil/facts/dates/calendar-date';

type Key = readonly (string | number)[];

const FITS = {
  number: Number.isFinite,
  integer: Number.isSafeInteger,
  date: isPossibleDate,
} as const satisfies Record<string, (value: unknown) => boolean>;

export const encodeCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The key, or null when it is not one of ours: the first page is then shown. @param kinds of its values, in order */
export function decodeCursor(cursor: string | null | undefined, kinds: readonly (keyof typeof FITS)[]): Key | null {
  if (!cursor) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(key) && key.length === kinds.length && kinds.every((kind, n) => FITS[kind](key[n]))
      ? (key as Key)
      : null;
  } catch {
    return null;
  }
}

export const LONGEST_PAGE = 200;

export const pageSize = (limit: number | undefined, usual: number): number =>
  limit === undefined || !Number.isInteger(limit) ? usual : Math.min(Math.max(limit, 1), LONGEST_PAGE);

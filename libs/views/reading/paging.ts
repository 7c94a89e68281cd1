/** Cursors of pages: opaque to whoever reads, values of the sort key inside. They outlive changes: no offset is counted. */

export const encodeCursor = (key: readonly (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The key, or null when it is not one of ours. @param kinds of its values, in order */
export function decodeCursor(cursor: string | null | undefined, kinds: readonly ('string' | 'number')[]): readonly (string | number)[] | null {
  if (!cursor) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits = Array.isArray(key) && key.length === kinds.length && kinds.every((kind, n) => typeof key[n] === kind && isFine(key[n]));
    return fits ? (key as (string | number)[]) : null;
  } catch {
    return null;
  }
}

const isFine = (value: unknown): boolean => (typeof value === 'number' ? Number.isFinite(value) : !(value as string).includes('\u0000'));

export const LONGEST_PAGE = 200;

export const pageSize = (limit: number | undefined, usual: number): number =>
  limit === undefined || !Number.isInteger(limit) ? usual : Math.min(Math.max(limit, 1), LONGEST_PAGE);

import type { Pool } from 'pg';

/** An entry as it lies in the log, with what stands beside its bytes. */
export interface EntryRow {
  readonly idx: number;
  readonly id: string;
  readonly stream: string;
  readonly rev: number;
  readonly type: string;
  /** Milliseconds. */
  readonly at: number;
  readonly entry: Buffer;
  readonly leaf: Buffer;
}

const COLUMNS = `idx::float8 AS idx, id, stream, rev, type, (extract(epoch FROM at) * 1000)::float8 AS at, entry, leaf`;
const PAGE = 500;

/** Every entry below `size`, a page at a time, in the order of the log. */
export async function* everyEntry(pool: Pool, size: number): AsyncGenerator<readonly EntryRow[]> {
  for (let from = 0; from < size;) {
    const { rows } = await pool.query<EntryRow>(
      `SELECT ${COLUMNS} FROM log.event WHERE idx >= $1 AND idx < $2 ORDER BY idx LIMIT $3`,
      [from, size, PAGE],
    );
    if (rows.length === 0) return;
    yield rows;
    from = rows.at(-1)!.idx + 1;
  }
}

/** Entries at these indices, a page at a time. */
export async function* entriesAt(pool: Pool, indices: readonly number[]): AsyncGenerator<readonly EntryRow[]> {
  for (let n = 0; n < indices.length; n += PAGE) {
    const { rows } = await pool.query<EntryRow>(`SELECT ${COLUMNS} FROM log.event WHERE idx = ANY ($1::bigint[])`, [
      indices.slice(n, n + PAGE),
    ]);
    yield rows;
  }
}

/** Some indices below `size`, each at most once; all of them when they are not more than `most`. */
export function someIndices(size: number, most: number, random: () => number = Math.random): number[] {
  if (size <= most) return Array.from({ length: size }, (_, n) => n);
  const chosen = new Set<number>();
  while (chosen.size < most) chosen.add(Math.floor(random() * size));
  return [...chosen].sort((a, b) => a - b);
}

import type { Pool, PoolClient } from 'pg';
import { HASH_BYTES } from '../transparency/hashing';
import { leafHash } from '../transparency/leaf-hash';
import { LogDamaged } from './damage';

/** Entries that are read together, unless they are long. */
const MOST_ENTRIES = 8_192;
/** Bytes after which no further entry is read with them. */
const MOST_BYTES = 8_000_000;

// One row with everything in it: node-pg's cost is per row and per column.
const TEXT = `
  SELECT count(*)::float8 AS count, min(idx)::float8 AS first, max(idx)::float8 AS last,
    string_agg(int4send(octet_length(entry)) || entry, ''::bytea ORDER BY idx) AS entries,
    string_agg(leaf, ''::bytea ORDER BY idx) AS leaves
  FROM (
    SELECT idx, entry, leaf,
      sum(octet_length(entry)) OVER (ORDER BY idx ROWS UNBOUNDED PRECEDING) - octet_length(entry) AS before
    FROM log.event WHERE idx >= $1 AND idx < $2
  ) e WHERE before < ${MOST_BYTES}`;

interface Row {
  readonly count: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly entries: Buffer | null;
  readonly leaves: Buffer | null;
}

/**
 * Leaf hashes of entries from `from` on, at least one, made here from their bytes and compared with those that the
 * database has made.
 *
 * @param to how many entries there are to be read: all of them must be there
 * @throws LogDamaged
 */
export async function readLeaves(database: Pool | PoolClient, from: number, to: number): Promise<Buffer[]> {
  const until = Math.min(to, from + MOST_ENTRIES);
  const { rows } = await database.query<Row>({ name: 'read-leaves', text: TEXT, values: [from, until] });
  const { count, first, last, entries, leaves } = rows[0]!;
  if (entries === null || leaves === null || first !== from)
    throw new LogDamaged('gap', `entry ${from} is missing, of ${to}`);
  if (last! - first + 1 !== count) throw new LogDamaged('gap', `an entry from ${from} to ${last} is missing`);
  const hashes: Buffer[] = [];
  for (let at = 0; at < entries.length;) {
    const end = at + 4 + entries.readInt32BE(at);
    const hash = leafHash(entries.subarray(at + 4, end));
    const place = hashes.length * HASH_BYTES;
    if (hash.compare(leaves, place, place + HASH_BYTES) !== 0)
      throw new LogDamaged('leaf', `entry ${from + hashes.length} has not the hash that the database keeps for it`);
    hashes.push(hash);
    at = end;
  }
  return hashes;
}

/** Bundles as the database makes them: a digest to know whether a file is still right, the bytes when it is not. */
import type { Client } from 'pg';
import { BUNDLE } from './layout';

const BESIDE_NONE = `'\\xffffffff'::bytea`;
const withLength = (bytes: string): string =>
  `CASE WHEN ${bytes} IS NULL THEN ${BESIDE_NONE} ELSE int4send(octet_length(${bytes})) || ${bytes} END`;

const ENTRIES = `string_agg(substring(int4send(octet_length(e.entry)) FROM 3) || e.entry, ''::bytea ORDER BY e.idx)`;
const BESIDE = `string_agg(convert_to(coalesce(e.visibility::text, '-'), 'UTF8')
  || ${withLength(`convert_to(e.correlation, 'UTF8')`)} || ${withLength('o.sheet')}, ''::bytea ORDER BY e.idx)`;
const FROM = 'FROM log.event e LEFT JOIN vault.openings o ON o.event_id = e.id WHERE e.idx >= $1 AND e.idx < $2';

export interface BundleDigests {
  readonly bundle: number;
  /** Entries found in it. */
  readonly width: number;
  /** Each entry has the leaf hash that was stored with it. */
  readonly sound: boolean;
  /** SHA-256 in hexadecimal, of the files that these bytes make. */
  readonly entries: string;
  readonly beside: string;
}

/** Of the entries with index ≥ `from` and < `to`. */
export async function bundleDigests(client: Client, from: number, to: number): Promise<BundleDigests[]> {
  const { rows } = await client.query<BundleDigests>(
    `SELECT (e.idx / ${BUNDLE})::integer AS bundle, count(*)::integer AS width,
       bool_and(e.leaf = sha256('\\x00'::bytea || e.entry)) AS sound,
       encode(sha256(${ENTRIES}), 'hex') AS entries, encode(sha256(${BESIDE}), 'hex') AS beside
     ${FROM} GROUP BY 1 ORDER BY 1`,
    [from, to],
  );
  return rows;
}

export async function entriesBytes(client: Client, from: number, to: number): Promise<Buffer> {
  const { rows } = await client.query<{ bytes: Buffer }>(`SELECT ${ENTRIES} AS bytes ${FROM}`, [from, to]);
  return rows[0]!.bytes;
}

export async function besideBytes(client: Client, from: number, to: number): Promise<Buffer> {
  const { rows } = await client.query<{ bytes: Buffer }>(`SELECT ${BESIDE} AS bytes ${FROM}`, [from, to]);
  return rows[0]!.bytes;
}

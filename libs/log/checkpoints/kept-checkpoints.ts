/** What was signed, as the database keeps it. */
import type { Pool, PoolClient } from 'pg';
import type { TreeHead } from '../transparency/tree-head';

export interface KeptCheckpoint extends TreeHead {
  /** With the signatures of the log, without cosignatures. */
  readonly note: string;
  readonly signedAt: Date;
  /** The last time; null when it never was. */
  readonly publishedAt: Date | null;
}

const TEXT = `SELECT c.size::float8 AS size, c.root, c.note, c.at AS "signedAt",
  (SELECT max(p.at) FROM log.publication p WHERE p.size = c.size) AS "publishedAt" FROM log.checkpoint c`;

/** The largest that was ever signed; null before the first. */
export async function lastSigned(database: Pool | PoolClient): Promise<KeptCheckpoint | null> {
  const { rows } = await database.query<KeptCheckpoint>(`${TEXT} ORDER BY c.size DESC LIMIT 1`);
  return rows[0] ?? null;
}

/** The largest that others may see; null before the first. */
export async function lastPublished(database: Pool | PoolClient): Promise<KeptCheckpoint | null> {
  const { rows } = await database.query<KeptCheckpoint>(
    `${TEXT} WHERE c.size = (SELECT max(size) FROM log.publication)`,
  );
  return rows[0] ?? null;
}

/** The smallest published one that includes an entry; null when none does. */
export async function firstCovering(database: Pool | PoolClient, index: number): Promise<KeptCheckpoint | null> {
  const { rows } = await database.query<KeptCheckpoint>(
    `${TEXT} WHERE c.size = (SELECT min(size) FROM log.publication WHERE size > $1)`,
    [index],
  );
  return rows[0] ?? null;
}

/** The last cosignature of each witness's key, as lines of the note, each with its LF. */
export async function cosignatureLines(database: Pool | PoolClient, size: number): Promise<readonly string[]> {
  const { rows } = await database.query<{ line: string }>(
    `SELECT DISTINCT ON (witness, key_id) line FROM log.cosignature WHERE size = $1
     ORDER BY witness, key_id, time DESC`,
    [size],
  );
  return rows.map(({ line }) => line);
}

/** The note with all that witnesses have added to it. */
export async function cosignedNote(
  database: Pool | PoolClient,
  { size, note }: Pick<KeptCheckpoint, 'size' | 'note'>,
): Promise<string> {
  return note + (await cosignatureLines(database, size)).join('');
}

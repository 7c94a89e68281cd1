/**
 * PostgreSQL's own journal (WAL) has every row as it was written, and its files are used again rather than deleted: their
 * old content stays in them until it is written over.
 */
import type { Client } from 'pg';

/** The first may come before the server has heard of the setting. */
const TRIES = 8;

export interface DiscardedWal {
  readonly files: number;
  /** Files that may still have what they had: kept for a replica, an archive, or by a setting. */
  readonly kept: readonly string[];
}

/** For the superuser of a server of our own: a setting of the whole server is changed for the time of it. */
export async function discardWal(client: Client): Promise<DiscardedWal> {
  await client.query('ALTER SYSTEM SET wal_recycle = off');
  try {
    await client.query('SELECT pg_reload_conf()');
    const before = await walFiles(client);
    let kept: readonly string[] = before;
    for (let tries = 0; kept.length > 0 && tries < TRIES; tries++) kept = await discard(client);
    return { files: before.length, kept };
  } finally {
    await client.query('ALTER SYSTEM RESET wal_recycle');
    await client.query('SELECT pg_reload_conf()');
  }
}

/**
 * Leaves every file behind and has them removed.
 *
 * @returns those that are still there, and those that lie ahead: the server may not have heard of the setting yet, and
 *   have given an old file a name to come
 */
async function discard(client: Client): Promise<string[]> {
  const old = new Set(await walFiles(client));
  const now = await passBy(client, [...old].at(-1)!);
  await client.query('CHECKPOINT');
  return (await walFiles(client)).filter((file) => old.has(file) || file > now);
}

/** In the order in which they are written. */
async function walFiles(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$' ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

/** Writes on until this file is behind. @returns the one that is written then */
async function passBy(client: Client, last: string): Promise<string> {
  for (;;) {
    // Without a record in it a file is not left, and between two files it is not sure which one has the name.
    await client.query(`SELECT pg_logical_emit_message(true, 'fil', '')`);
    const { rows } = await client.query<{ now: string }>('SELECT pg_walfile_name(pg_current_wal_lsn()) AS now');
    if (rows[0]!.now > last) return rows[0]!.now;
    await client.query('SELECT pg_switch_wal()');
  }
}

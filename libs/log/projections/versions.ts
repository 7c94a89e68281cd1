/** The versions of projections that the database holds: those of this release, and those that earlier ones left. */
import type { Pool, PoolClient } from 'pg';
import { type Projection, VIEWS_SCHEMA } from './projection';
import { inTransaction } from './transaction';

type Key = Pick<Projection, 'name' | 'version'>;

export interface HeldVersion {
  readonly name: string;
  readonly version: number;
  /** Number of entries included. */
  readonly size: number;
  /** What it says of the event it cannot take. */
  readonly halted: { readonly index: number; readonly message: string | null } | null;
  readonly rebuiltAt: Date | null;
  /** Of its tables with their indexes. */
  readonly bytes: number;
  /** Processes that have said that they read it. */
  readonly readers: number;
  /** Number of entries that a copy made beside it includes; null without one. */
  readonly copied: number | null;
}

/** Who reads a version holds this lock, shared; who drops it takes it alone. */
const lockOf = (name: string, version: string): string =>
  `hashtext('views_read'), hashtext(${name} || '_v' || ${version})`;

/** Says that the process of this connection reads these versions, for as long as the connection lives. */
export async function holdVersions(client: PoolClient, versions: readonly Key[]): Promise<void> {
  for (const { name, version } of versions) {
    await client.query(`SELECT pg_advisory_lock_shared(${lockOf('$1::text', '$2::text')})`, [name, String(version)]);
  }
}

/** By name, the latest version first. */
export async function heldVersions(pool: Pool): Promise<HeldVersion[]> {
  const { rows } = await pool.query<{
    name: string;
    version: number;
    size: string;
    halted_at: string | null;
    message: string | null;
    rebuilt_at: Date | null;
    bytes: string;
    readers: number;
    copied: string | null;
  }>(`
    SELECT p.name, p.version, p.size, p.halted_at, i.message, p.rebuilt_at, c.size AS copied,
      (SELECT coalesce(sum(pg_total_relation_size(t.oid)), 0) FROM pg_class t
       WHERE t.relnamespace = '${VIEWS_SCHEMA}'::regnamespace AND t.relname = ANY (p.tables)) AS bytes,
      (SELECT count(*)::int FROM pg_locks l, (VALUES (${lockOf('p.name', 'p.version::text')})) AS k(one, two)
       WHERE l.locktype = 'advisory' AND l.mode = 'ShareLock' AND l.granted
         AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND l.classid::bigint = k.one::bigint & 4294967295 AND l.objid::bigint = k.two::bigint & 4294967295) AS readers
    FROM views.projection p
    LEFT JOIN views.incident i ON i.projection = p.name AND i.version = p.version AND i.index = p.halted_at
    LEFT JOIN views_rebuild.projection c ON c.name = p.name AND c.version = p.version
    ORDER BY p.name, p.version DESC`);
  return rows.map(({ name, version, size, halted_at, message, rebuilt_at, bytes, readers, copied }) => ({
    name,
    version,
    size: Number(size),
    halted: halted_at === null ? null : { index: Number(halted_at), message },
    rebuiltAt: rebuilt_at,
    bytes: Number(bytes),
    readers,
    copied: copied === null ? null : Number(copied),
  }));
}

/**
 * Drops the tables and the cursor of a version. A runner that was still feeding it stops doing so.
 *
 * @returns false when a process reads it: nothing was dropped
 */
export function dropVersion(pool: Pool, { name, version }: Key): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { rows: free } = await client.query<{ free: boolean }>(
      `SELECT pg_try_advisory_xact_lock(${lockOf('$1::text', '$2::text')}) AS free`,
      [name, String(version)],
    );
    if (!free[0]!.free) return false;
    // The row of the cursor before the tables, as a runner locks them.
    const { rows } = await client.query<{ tables: string[] }>(
      'DELETE FROM views.projection WHERE name = $1 AND version = $2 RETURNING tables',
      [name, version],
    );
    for (const table of rows.flatMap(({ tables }) => tables)) {
      await client.query(`DROP TABLE IF EXISTS ${VIEWS_SCHEMA}.${client.escapeIdentifier(table)}`);
    }
    await client.query('DELETE FROM views.incident WHERE projection = $1 AND version = $2', [name, version]);
    return true;
  });
}

import type { Pool } from 'pg';

/**
 * Which engine wrote what is in the log; null while it is empty. A log is written by one engine for ever: entries that
 * EventStoreDB does not have could not be followed there, and entries beside it would fork the log.
 */
export async function engineOfLog(pool: Pool): Promise<'postgres' | 'eventstoredb' | null> {
  const { rows: tables } = await pool.query<{ migrated: boolean }>(
    `SELECT to_regclass('log.integration') IS NOT NULL AS migrated`,
  );
  const integrated = tables[0]!.migrated ? '(SELECT commit_position >= 0 FROM log.integration)' : 'false';
  const { rows } = await pool.query<{ integrated: boolean; size: string }>(
    `SELECT ${integrated} AS integrated, size FROM log.head`,
  );
  if (rows[0]!.integrated) return 'eventstoredb';
  return Number(rows[0]!.size) > 0 ? 'postgres' : null;
}

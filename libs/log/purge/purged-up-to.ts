import type { Pool } from 'pg';

/** Size of the log up to which nothing that was erased is left in the files of this database. */
export async function purgedUpTo(pool: Pick<Pool, 'query'>): Promise<number> {
  const { rows } = await pool.query<{ size: number }>(
    'SELECT coalesce(max(size), 0)::float8 AS size FROM vault.purge WHERE ended_at IS NOT NULL',
  );
  return rows[0]!.size;
}

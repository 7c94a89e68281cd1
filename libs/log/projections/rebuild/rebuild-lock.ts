import type { Pool } from 'pg';

/** Lets go of the lock. */
export type Unlock = () => Promise<void>;

/**
 * One rebuild of a projection at a time. The lock is the connection's: it ends with the process, however that ends.
 *
 * @returns null when another holds it
 */
export async function lockRebuild(pool: Pool, name: string): Promise<Unlock | null> {
  const client = await pool.connect();
  const ask = (what: string): Promise<boolean> =>
    client
      .query<{ answer: boolean }>(`SELECT ${what}(hashtext('views_rebuild'), hashtext($1)) AS answer`, [name])
      .then(({ rows }) => rows[0]!.answer);
  const unlock: Unlock = () =>
    ask('pg_advisory_unlock').then(
      () => client.release(),
      (lost: Error) => client.release(lost),
    );
  try {
    if (await ask('pg_try_advisory_lock')) return unlock;
    client.release();
    return null;
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}

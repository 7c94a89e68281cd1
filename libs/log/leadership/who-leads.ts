import type { Pool } from 'pg';

/** Which of these names somebody leads at this moment. */
export async function whoLeads(pool: Pool, names: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS n(name) WHERE EXISTS (
       SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted
         AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND l.classid::bigint = hashtext('leadership')::bigint & 4294967295
         AND l.objid::bigint = hashtext(n.name)::bigint & 4294967295)`,
    [names],
  );
  return new Set(rows.map(({ name }) => name));
}

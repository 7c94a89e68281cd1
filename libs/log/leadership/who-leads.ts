import type { Pool } from 'pg';

/** Which of these names somebody leads at this moment, and from which machine, as the database sees it. */
export async function whoLeads(pool: Pool, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ name: string; from: string }>(
    `SELECT n.name, coalesce(host(a.client_addr), 'localhost') AS from FROM unnest($1::text[]) AS n(name)
     JOIN pg_locks l ON l.locktype = 'advisory' AND l.granted
       AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND l.classid::bigint = hashtext('leadership')::bigint & 4294967295
       AND l.objid::bigint = hashtext(n.name)::bigint & 4294967295
     LEFT JOIN pg_stat_activity a ON a.pid = l.pid`,
    [names],
  );
  return new Map(rows.map(({ name, from }) => [name, from]));
}

/** The copy of a projection that is made beside the one that is read: schema `views_rebuild`, until it takes its place. */
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { createTables, definitionOf, tableNames } from '../create-tables';
import type { Projection } from '../projection';

export const REBUILD_SCHEMA = 'views_rebuild';

export const copyOf = (projection: Projection): Projection => ({ ...projection, schema: REBUILD_SCHEMA });

/** Changes with the version and with every statement that makes the tables. */
export const fingerprintOf = (projection: Projection): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([projection.version, definitionOf(projection)]))
    .digest();

export interface BegunCopy {
  /** Number of entries it includes. */
  readonly size: number;
  readonly begunAt: Date;
}

/**
 * Goes on with the copy there is, if it was begun with the same definition; else begins one. In a transaction, by the
 * one who holds the lock of the rebuild.
 *
 * @param anew throws away the copy there is
 */
export async function beginCopy(client: PoolClient, copy: Projection, anew: boolean): Promise<BegunCopy> {
  const fingerprint = fingerprintOf(copy);
  const { rows } = await client.query<{ size: string; begun_at: Date }>(
    'SELECT size, begun_at FROM views_rebuild.projection WHERE name = $1 AND version = $2 AND fingerprint = $3',
    [copy.name, copy.version, fingerprint],
  );
  if (rows[0] && !anew) return { size: Number(rows[0].size), begunAt: rows[0].begun_at };
  await dropCopies(client, copy.name);
  await createTables(client, copy, false);
  const begun = await client.query<{ begun_at: Date }>(
    `INSERT INTO views_rebuild.projection (name, version, tables, fingerprint) VALUES ($1, $2, $3, $4) RETURNING begun_at`,
    [copy.name, copy.version, tableNames(copy), fingerprint],
  );
  return { size: 0, begunAt: begun.rows[0]!.begun_at };
}

/** Of whatever version. */
async function dropCopies(client: PoolClient, name: string): Promise<void> {
  const { rows } = await client.query<{ tables: string[] }>(
    'DELETE FROM views_rebuild.projection WHERE name = $1 RETURNING tables',
    [name],
  );
  for (const table of rows.flatMap(({ tables }) => tables)) {
    await client.query(`DROP TABLE ${REBUILD_SCHEMA}.${client.escapeIdentifier(table)}`);
  }
}

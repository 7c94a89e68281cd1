import type { PoolClient } from 'pg';
import { createTables, tableNames } from './create-tables';
import { ensureCursor } from './cursor-table';
import type { Projection } from './projection';

/** Makes the tables and the cursor of a projection that are missing. In a transaction. */
export async function prepareProjection(client: PoolClient, projection: Projection): Promise<void> {
  // Two processes that start together create one after the other.
  await client.query(`SELECT pg_advisory_xact_lock(hashtext('views'), hashtext($1))`, [projection.name]);
  await createTables(client, projection);
  await ensureCursor(client, projection, tableNames(projection));
}

import { DatabaseError, type Pool, type PoolClient } from 'pg';
import type { EventStore } from '../../event-store/event-store.port';
import type { Applier } from '../applier';
import { allTables } from '../create-tables';
import { tellCursor } from '../cursor-table';
import type { LogBatches } from '../log-batches';
import { type Projection, schemaOf, VIEWS_SCHEMA } from '../projection';
import { inTransaction } from '../transaction';

/** How long the swap waits for the batch a runner is writing. Readers do not notice. Milliseconds. */
const WAIT_FOR_WRITER = 5_000;
/** How long it waits for those who are reading; whoever comes meanwhile waits behind it. Milliseconds. */
const WAIT_FOR_READERS = 200;

export interface Swapping {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly batches: LogBatches;
  readonly projection: Projection;
  readonly copy: Projection;
  /** Of the copy. */
  readonly applier: Applier;
  /** Most events to apply while the projection stands still. */
  readonly reach: number;
}

export type SwapResult =
  | { readonly status: 'swapped'; readonly size: number; readonly haltedBefore: boolean }
  /** The log has grown: the copy must first come closer. */
  | { readonly status: 'behind' }
  /** Somebody is reading or writing for longer than we let others wait. */
  | { readonly status: 'inUse' };

/**
 * Puts the copy in the place of the projection, in one transaction. Locks are taken in the order of a runner, the row of
 * the cursor before the tables, and of a reader, table by table as they are declared: nobody waits in a circle.
 *
 * From the moment the row of the cursor is locked, nothing is added to the tables that are read. What they show was
 * opened no later than that: a copy that includes the log as it is then shows nothing older, not even the words of
 * somebody whose erasure the runner had opened but not yet counted.
 *
 * @throws EventFault for an event that the copy cannot take
 */
export async function trySwap(swapping: Swapping): Promise<SwapResult> {
  try {
    return await inTransaction(swapping.pool, (client) => swap(client, swapping));
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '55P03') return { status: 'inUse' };
    throw error;
  }
}

async function swap(client: PoolClient, swapping: Swapping): Promise<SwapResult> {
  const { store, projection, copy, reach } = swapping;
  const { name, version } = projection;
  await client.query(`SET LOCAL lock_timeout = ${WAIT_FOR_WRITER}`);
  // Ends an autovacuum, which gives way only to who waits longer than we let readers wait; disturbs nobody else.
  const both = [...allTables(projection), ...allTables(copy)].join(', ');
  await client.query(`LOCK TABLE ${both} IN SHARE UPDATE EXCLUSIVE MODE`);
  const live = await lockCursor(client, projection);
  const made = await lockCursor(client, copy);
  const head = await store.size();
  if (head - made.size > reach) return { status: 'behind' };
  const size = await finish(client, swapping, made.size, head);
  if (size < live.size) throw new Error(`${name}: the copy ends at ${size}, what is read at ${live.size}`);

  await client.query(`SET LOCAL lock_timeout = ${WAIT_FOR_READERS}`);
  const tables = allTables(projection).join(', ');
  await client.query(`LOCK TABLE ${tables} IN ACCESS EXCLUSIVE MODE`);
  await client.query(`DROP TABLE ${tables}`);
  // Indexes, constraints and row types go along, under their names.
  for (const table of allTables(copy)) await client.query(`ALTER TABLE ${table} SET SCHEMA ${VIEWS_SCHEMA}`);
  await client.query(
    `WITH made AS (DELETE FROM views_rebuild.projection WHERE name = $1 AND version = $2 RETURNING size, at)
     UPDATE views.projection p SET size = made.size, at = made.at, halted_at = NULL, rebuilt_at = clock_timestamp()
     FROM made WHERE p.name = $1 AND p.version = $2`,
    [name, version],
  );
  await tellCursor(client, projection);
  return { status: 'swapped', size, haltedBefore: live.halted };
}

async function lockCursor(client: PoolClient, projection: Projection): Promise<{ size: number; halted: boolean }> {
  const { rows } = await client.query<{ size: string; halted: boolean }>(
    `SELECT size, halted_at IS NOT NULL AS halted FROM ${schemaOf(projection)}.projection
     WHERE name = $1 AND version = $2 FOR UPDATE`,
    [projection.name, projection.version],
  );
  if (!rows[0]) throw new Error(`${projection.name}: its cursor in ${schemaOf(projection)} is gone`);
  return { size: Number(rows[0].size), halted: rows[0].halted };
}

/** Applies the last events to the copy. @returns its size */
async function finish(client: PoolClient, { batches, applier }: Swapping, from: number, head: number): Promise<number> {
  let size = from;
  while (size < head) {
    const batch = await batches.at(size);
    if (batch.events.length > 0) await applier.write(client, size, batch);
    else throw batch.fault ?? new Error(`the log has ${head} entries, but none after ${size}`);
    size = batch.size;
  }
  return size;
}

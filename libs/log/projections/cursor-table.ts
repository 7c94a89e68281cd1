/** Cursors of the projections and what stopped them: tables `views.projection` and `views.incident`. */
import type { Pool, PoolClient } from 'pg';
import type { EventFault } from './faults';
import { type Projection, schemaOf, VIEWS_SCHEMA } from './projection';

/** Channel of PostgreSQL on which the name of a projection is told when its cursor has moved. */
export const CURSOR_CHANNEL = 'fil_views';

export interface Cursor {
  readonly name: string;
  readonly version: number;
  /** Number of entries included. */
  readonly size: number;
  /** `at` of the last of them. */
  readonly at: string | null;
  /** Index of the event it cannot take. */
  readonly haltedAt: number | null;
}

interface CursorRow {
  name: string;
  version: number;
  size: string;
  at: string | null;
  halted_at: string | null;
}

const toCursor = ({ name, version, size, at, halted_at }: CursorRow): Cursor => ({
  name,
  version,
  size: Number(size),
  at,
  haltedAt: halted_at === null ? null : Number(halted_at),
});

type Key = Pick<Projection, 'name' | 'version'>;
/** Of a copy that is made beside, too. */
type Place = Pick<Projection, 'name' | 'version' | 'schema'>;

/** @param tables its tables without their schema: who no longer has its code finds them here */
export async function ensureCursor(
  client: PoolClient,
  { name, version }: Key,
  tables: readonly string[],
): Promise<void> {
  await client.query(
    `INSERT INTO views.projection AS p (name, version, tables) VALUES ($1, $2, $3)
     ON CONFLICT (name, version) DO UPDATE SET tables = excluded.tables WHERE p.tables <> excluded.tables`,
    [name, version, tables],
  );
}

/** Those of the given projections that exist. */
export async function readCursors(on: Pick<Pool, 'query'>, projections: readonly Key[]): Promise<Cursor[]> {
  const { rows } = await on.query<CursorRow>(CURSORS_SQL, cursorParameters(projections));
  return rows.map(toCursor);
}

export const CURSORS_SQL = `SELECT p.name, p.version, p.size, p.at, p.halted_at
  FROM unnest($1::text[], $2::int[]) AS k(name, version) JOIN views.projection p USING (name, version)`;
export const cursorParameters = (projections: readonly Key[]): [string[], number[]] => [
  projections.map(({ name }) => name),
  projections.map(({ version }) => version),
];
export const cursorsFrom = (rows: readonly unknown[]): Cursor[] => (rows as CursorRow[]).map(toCursor);

/**
 * Compare and set, in the transaction that writes the rows; also takes the row's lock. False: another runner has moved
 * it, and whatever was folded from the old place must be thrown away.
 */
export async function moveCursor(
  client: PoolClient,
  projection: Place,
  from: number,
  to: number,
  at: string | null,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE ${schemaOf(projection)}.projection SET size = $4, at = coalesce($5, at), halted_at = NULL
     WHERE name = $1 AND version = $2 AND size = $3`,
    [projection.name, projection.version, from, to, at],
  );
  return rowCount === 1;
}

/** Nobody waits for a copy. */
export async function tellCursor(client: PoolClient, projection: Place): Promise<void> {
  if (schemaOf(projection) !== VIEWS_SCHEMA) return;
  await client.query('SELECT pg_notify($1, $2)', [CURSOR_CHANNEL, projection.name]);
}

/** Records that the projection cannot take the event at its cursor. Once per event, however often it is tried. */
export async function halt(
  client: PoolClient,
  { name, version }: Key,
  at: number,
  fault: EventFault,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'UPDATE views.projection SET halted_at = $4 WHERE name = $1 AND version = $2 AND size = $3',
    [name, version, at, fault.index],
  );
  if (rowCount !== 1) return false;
  await client.query(
    `INSERT INTO views.incident (projection, version, index, event_id, message) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (projection, version, index) DO UPDATE SET message = excluded.message, last_seen = clock_timestamp()`,
    [name, version, fault.index, fault.event, fault.message.replaceAll('\u0000', '\ufffd').slice(0, 2000)],
  );
  return true;
}

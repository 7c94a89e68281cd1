/**
 * Rows of a table as text: one line that names table and columns, then one line of JSON per row. Values are in
 * PostgreSQL's own JSON and never read in between, so that none loses digits.
 */
import type { Client } from 'pg';
import { canonicalJson } from '../transparency/canonical-json';
import { BackupDamaged } from './backup-refused';
import { TABLE_NAME } from './layout';
import type { Engine } from './manifest';

const COLUMN_NAME = /^[a-z_][a-z0-9_]*$/;

/** A table that is no fold of the log: its rows are in every backup. */
export interface BackedUpTable {
  /** `schema.table`. */
  readonly name: string;
  /** Its key, in the order of which rows are written. */
  readonly key: readonly string[];
  /** `keys`: with the keys, apart from the rest. */
  readonly kept: 'directory' | 'keys';
  /** Only when this engine holds the events; absent: always. */
  readonly engine?: Engine;
}

export interface TableHead {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly engine: Engine | null;
}

const AT_A_TIME = 500;

/** Null when this schema does not have the table yet. In a transaction: head and rows must be of one moment. */
export async function tableHead(client: Client, { name, engine }: BackedUpTable): Promise<TableHead | null> {
  const { rows: columns } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [name],
  );
  if (columns.length === 0) return null;
  const { rows } = await client.query<{ rows: string }>(`SELECT count(*) AS rows FROM ${name}`);
  return {
    table: name,
    columns: columns.map((column) => column.name),
    rows: Number(rows[0]!.rows),
    engine: engine ?? null,
  };
}

/** The lines of a table, in the transaction its head was read in. */
export async function* tableLines(
  client: Client,
  { name, key }: BackedUpTable,
  head: TableHead,
): AsyncGenerator<string> {
  yield `${canonicalJson({ ...head })}\n`;
  const columns = head.columns.map((column) => `t.${column}`).join(', ');
  await client.query(
    `DECLARE backed_up NO SCROLL CURSOR FOR SELECT to_jsonb(r)::text AS line
     FROM (SELECT ${columns} FROM ${name} t ORDER BY ${key.join(', ')}) r`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${AT_A_TIME} FROM backed_up`);
    if (rows.length === 0) break;
    yield `${rows.map(({ line }) => line).join('\n')}\n`;
  }
  await client.query('CLOSE backed_up');
}

/** Reads the first line of a table. @throws BackupDamaged */
export function readTableHead(line: string, file: string, place: number): TableHead {
  try {
    const head = JSON.parse(line) as TableHead;
    if (
      TABLE_NAME.test(head.table) &&
      head.columns.every((column) => COLUMN_NAME.test(column)) &&
      Number.isSafeInteger(head.rows)
    )
      return head;
  } catch {
    // Said below: it is the same to the reader.
  }
  throw BackupDamaged.line(file, place, {
    fr: 'on attendait le nom d’une table et de ses colonnes.',
    en: 'the name of a table and of its columns was expected.',
  });
}

/** Writes rows that `tableLines` gave. */
export async function insertRows(
  client: Client,
  { table, columns }: TableHead,
  lines: readonly string[],
): Promise<void> {
  const names = columns.join(', ');
  await client.query(
    `INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE
     SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [`[${lines.join(',')}]`],
  );
}

/** Numbers go on after the last one. */
export async function setSequences(client: Client, { table, columns }: TableHead): Promise<void> {
  const { rows } = await client.query<{ column: string; sequence: string }>(
    `SELECT name AS column, pg_get_serial_sequence($1, name) AS sequence FROM unnest($2::text[]) AS c(name)
     WHERE pg_get_serial_sequence($1, name) IS NOT NULL`,
    [table, columns],
  );
  for (const { column, sequence } of rows)
    await client.query(`SELECT setval($1, max(${column})) FROM ${table} HAVING max(${column}) IS NOT NULL`, [sequence]);
}

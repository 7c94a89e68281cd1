import type { PoolClient } from 'pg';
import { type Projection, schemaOf, tableName } from './projection';

interface Table {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly indexes: readonly string[];
  readonly key?: string;
}

const tablesOf = (projection: Projection): Table[] => [
  ...(projection.events ?? []).map((table) => ({
    name: tableName(projection, table.name),
    columns: { stream: 'text NOT NULL', index: 'bigint NOT NULL', opened_at: 'bigint NOT NULL', ...table.columns },
    indexes: table.indexes ?? [],
    key: 'PRIMARY KEY (stream, index)',
  })),
  ...projection.folds.flatMap(({ table, children = [] }) => [
    {
      name: tableName(projection, table.name),
      columns: { stream: 'text PRIMARY KEY', opened_at: 'bigint NOT NULL', state: 'json NOT NULL', ...table.columns },
      indexes: table.indexes ?? [],
    },
    ...children.map((child) => ({
      name: tableName(projection, child.name),
      columns: { stream: 'text NOT NULL', ...child.columns },
      indexes: ['(stream)', ...(child.indexes ?? [])],
    })),
  ]),
];

/** Without their schema, in the order in which those who lock several must do it. */
export const tableNames = (projection: Projection): string[] => tablesOf(projection).map(({ name }) => name);

/** With their schema. */
export const allTables = (projection: Projection): string[] =>
  tableNames(projection).map((name) => `${schemaOf(projection)}.${name}`);

const creationOf = (projection: Projection, { name, columns, key }: Table): string => {
  const definitions = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
  return `CREATE TABLE ${schemaOf(projection)}.${name} (${[...definitions, ...(key ? [key] : [])].join(', ')})`;
};

const indexesOf = (projection: Projection, { name, indexes }: Table): string[] =>
  indexes.map((index, n) => `CREATE INDEX IF NOT EXISTS ${name}_${n + 1} ON ${schemaOf(projection)}.${name} ${index}`);

/** Each makes an index that is missing. */
export const indexStatements = (projection: Projection): string[] =>
  tablesOf(projection).flatMap((table) => indexesOf(projection, table));

/** All statements that make its tables. */
export const definitionOf = (projection: Projection): string[] => [
  ...tablesOf(projection).map((table) => creationOf(projection, table)),
  ...indexStatements(projection),
];

/**
 * Creates the tables of a projection that are missing. Two processes may do it at the same moment.
 *
 * @param indexed false: only with their keys, to be filled faster; `indexStatements` follow
 */
export async function createTables(client: PoolClient, projection: Projection, indexed = true): Promise<void> {
  for (const table of tablesOf(projection)) {
    const { rows } = await client.query<{ missing: boolean }>('SELECT to_regclass($1) IS NULL AS missing', [
      `${schemaOf(projection)}.${table.name}`,
    ]);
    if (!rows[0]!.missing) continue;
    await client.query(creationOf(projection, table));
    if (indexed) for (const index of indexesOf(projection, table)) await client.query(index);
  }
}

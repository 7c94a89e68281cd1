import type { PoolClient } from 'pg';
import { type Projection, tableName, VIEWS_SCHEMA } from './projection';

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

/** Creates the tables of a projection that are missing. Two processes may do it at the same moment. */
export async function createTables(client: PoolClient, projection: Projection): Promise<void> {
  for (const { name, columns, indexes, key } of tablesOf(projection)) {
    const { rows } = await client.query<{ missing: boolean }>('SELECT to_regclass($1) IS NULL AS missing', [
      `${VIEWS_SCHEMA}.${name}`,
    ]);
    if (!rows[0]!.missing) continue;
    const definitions = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
    await client.query(`CREATE TABLE ${VIEWS_SCHEMA}.${name} (${[...definitions, ...(key ? [key] : [])].join(', ')})`);
    for (const [n, index] of indexes.entries()) {
      await client.query(`CREATE INDEX ${name}_${n + 1} ON ${VIEWS_SCHEMA}.${name} ${index}`);
    }
  }
}

/** Empties them. */
export async function emptyTables(client: PoolClient, projection: Projection): Promise<void> {
  await client.query(
    `TRUNCATE ${tablesOf(projection)
      .map(({ name }) => `${VIEWS_SCHEMA}.${name}`)
      .join(', ')}`,
  );
}

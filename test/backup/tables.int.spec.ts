/** Every table of the database is in the backup, in one form or another, or can be made again from the log. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '@fil/log/postgres/migrate';
import {
  BACKED_UP_OTHERWISE,
  BACKED_UP_TABLES,
  FOLDED_SCHEMAS,
  FOLDED_TABLES,
  OF_ONE_DATABASE,
} from '../../apps/composition/backed-up-tables';
import { MIGRATIONS } from '../../apps/composition/migrations';
import { createTestDatabase, type TestDatabase } from '../postgres/test-database';
import { inDatabase } from './spoken-register';

let database: TestDatabase;
let tables: { name: string; schema: string; key: string[] }[];
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, MIGRATIONS);
  tables = await inDatabase(database.url, async (client) => {
    const { rows } = await client.query<{ name: string; schema: string; key: string[] }>(
      `SELECT n.nspname || '.' || c.relname AS name, n.nspname AS schema,
         coalesce((SELECT array_agg(a.attname::text ORDER BY k.n) FROM pg_index i
           CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, n)
           JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
           WHERE i.indrelid = c.oid AND i.indisprimary), '{}') AS key
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    return rows;
  });
});
afterAll(() => database.drop());

it('lists each table once: add a new one to apps/composition/backed-up-tables.ts and docs/state.md', () => {
  const listed = [
    ...BACKED_UP_TABLES.map(({ name }) => name),
    ...BACKED_UP_OTHERWISE,
    ...FOLDED_TABLES,
    ...OF_ONE_DATABASE,
  ];
  expect(new Set(listed).size).toBe(listed.length);
  const forgotten = tables.filter(({ name, schema }) => !listed.includes(name) && !FOLDED_SCHEMAS.includes(schema));
  expect(forgotten.map(({ name }) => name)).toEqual([]);
  expect(tables.length).toBeGreaterThan(10);
});

it('writes rows in the order of their key', () => {
  for (const { name, key } of BACKED_UP_TABLES) {
    const found = tables.find((table) => table.name === name);
    if (found) expect({ name, key }).toEqual({ name, key: found.key });
  }
});

it('says so in docs/state.md', () => {
  const state = readFileSync(join(__dirname, '../../docs/state.md'), 'utf8');
  for (const name of [
    ...BACKED_UP_TABLES.map((table) => table.name),
    ...BACKED_UP_OTHERWISE,
    ...FOLDED_TABLES,
    ...OF_ONE_DATABASE,
  ])
    expect(state).toContain(`\`${name}\``);
});

/** Every projection must be what a fold of the log from its first event gives. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { openApplicationPool } from '@fil/log/postgres/application-pool';
import { migrate } from '@fil/log/postgres/migrate';
import { ProjectionRunner } from '@fil/log/projections/projection-runner';
import { Vault } from '@fil/log/vault/vault';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import { MIGRATIONS } from '../../apps/composition/migrations';
import type { CheckedRegister } from './check-log';
import type { MortalPostgres } from './mortal-postgres';

export interface CheckedProjections {
  readonly tables: number;
  readonly rows: number;
  readonly faults: readonly string[];
}

/** Where a database can be had for a while. */
export type Databases = Pick<MortalPostgres, 'createDatabase' | 'dropDatabase'>;

/** The other fold is made in a database of its own: programs may go on with theirs. Nothing must be appended meanwhile. */
export async function checkProjections(
  { pool, store, vaultStore }: CheckedRegister,
  databases: Databases,
): Promise<CheckedProjections> {
  const vault = new Vault(vaultStore, EVENT_SCHEMA);
  const fold = async (into: Pool): Promise<[readonly string[], Map<string, string[]>]> => {
    const runner = new ProjectionRunner(VIEW_PROJECTIONS, into, store, vault);
    await runner.prepare();
    return [await runner.catchUp(), await everyRow(into)];
  };
  const [halted, lived] = await fold(pool);
  const name = `fold_${randomUUID().slice(0, 8)}`;
  const url = await databases.createDatabase(name);
  await migrate(url, MIGRATIONS);
  const fresh = await openApplicationPool(url, { max: 4 });
  const [haltedAgain, made] = await fold(fresh).finally(() => fresh.end());
  await databases.dropDatabase(name);
  const faults = [...halted.map((one) => `${one} halted`), ...haltedAgain.map((one) => `${one} halts from zero`)];
  for (const [table, rows] of made) faults.push(...differences(table, lived.get(table) ?? [], rows));
  if (made.size === 0) faults.push('there is no table of a projection');
  return { tables: made.size, rows: [...made.values()].reduce((sum, rows) => sum + rows.length, 0), faults };
}

async function everyRow(pool: Pool): Promise<Map<string, string[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'views' AND tablename NOT IN ('projection', 'incident') ORDER BY 1`,
  );
  const found = new Map<string, string[]>();
  for (const { name } of tables) {
    // `opened_at` says when the words of a row were opened, not what is in it.
    const { rows } = await pool.query<{ row: string }>(
      `SELECT (to_jsonb(t) - 'opened_at')::text AS row FROM views."${name}" t`,
    );
    found.set(name, rows.map(({ row }) => row).sort());
  }
  return found;
}

function differences(table: string, lived: readonly string[], made: readonly string[]): string[] {
  const [before, after] = [new Set(lived), new Set(made)];
  const lost = made.filter((row) => !before.has(row));
  const extra = lived.filter((row) => !after.has(row));
  if (lost.length === 0 && extra.length === 0 && lived.length === made.length) return [];
  return [
    `${table}: ${lived.length} rows, ${made.length} from zero; ${extra.length} only before, such as ${extra[0]?.slice(0, 600)}; ${lost.length} only from zero, such as ${lost[0]?.slice(0, 600)}`,
  ];
}

/** Every projection must be what it would be if it were made again from the first event on. */
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { ProjectionRunner } from '@fil/log/projections/projection-runner';
import { Vault } from '@fil/log/vault/vault';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import type { OpenRegister } from '../../apps/composition/open-register';

export interface CheckedProjections {
  readonly tables: number;
  readonly rows: number;
  readonly faults: readonly string[];
}

/** To be called when no application is running on the register. */
export async function checkProjections({ pool, store, vaultStore }: OpenRegister): Promise<CheckedProjections> {
  const runner = new ProjectionRunner(VIEW_PROJECTIONS, pool, store, new Vault(vaultStore, EVENT_SCHEMA));
  await runner.prepare();
  const halted = [...(await runner.catchUp())];
  const lived = await everyRow({ pool });
  for (const projection of VIEW_PROJECTIONS) await runner.startOver(projection);
  halted.push(...(await runner.catchUp()));
  const made = await everyRow({ pool });
  const faults = halted.map((name) => `${name} halted`);
  for (const [table, rows] of made) faults.push(...differences(table, lived.get(table) ?? [], rows));
  if (made.size === 0) faults.push('there is no table of a projection');
  return { tables: made.size, rows: [...made.values()].reduce((sum, rows) => sum + rows.length, 0), faults };
}

async function everyRow({ pool }: Pick<OpenRegister, 'pool'>): Promise<Map<string, string[]>> {
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

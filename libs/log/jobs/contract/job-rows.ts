import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { JobData } from '../job';

export interface JobRow {
  readonly data: JobData;
  readonly attempts: number;
  readonly lockedUntil: Date | null;
  readonly doneAt: Date | null;
  readonly failedAt: Date | null;
  readonly lastError: string | null;
}

export async function jobRow(pool: Pool, key: string): Promise<JobRow> {
  const { rows } = await pool.query<JobRow>(
    `SELECT data, attempts, locked_until AS "lockedUntil", done_at AS "doneAt", failed_at AS "failedAt",
            last_error AS "lastError" FROM processes.job WHERE key = $1`,
    [key],
  );
  if (!rows[0]) throw new Error(`no job ${key}`);
  return rows[0];
}

export async function waitFor(condition: () => Promise<boolean>, within = 20_000): Promise<void> {
  for (const deadline = Date.now() + within; !(await condition()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error(`not within ${within} ms`);
  }
}

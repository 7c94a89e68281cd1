/** What follows from the log is on the to-do table once, and done. */
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { FailedJobs } from '@fil/log/jobs/table/failed-jobs';
import { PROCESSES } from '@fil/processes/processes.module';
import type { CheckedRegister } from './check-log';

const AT_A_TIME = 2_000;

export interface CheckedJobs {
  readonly done: number;
  /** Begun more than once: whoever had begun them was killed. */
  readonly begunAgain: number;
  readonly faults: readonly string[];
}

/** To be called when all jobs are done; that they had their effects once is checked in the log. */
export async function checkJobs({ pool, store }: CheckedRegister): Promise<CheckedJobs> {
  const expected = new Set<string>();
  for (let read = 0; ;) {
    const entries = await store.readAll(read, AT_A_TIME);
    if (entries.length === 0) break;
    read += entries.length;
    for (const event of entries.map(toRecordedEvent))
      for (const { concerns, decide } of PROCESSES)
        if (concerns.has(event.type)) for (const { key } of decide(event)) expected.add(key);
  }
  const { rows } = await pool.query<{ key: string; done: boolean; claims: number }>(
    'SELECT key, done_at IS NOT NULL AS done, claim::int AS claims FROM processes.job',
  );
  const faults = rows.filter(({ done }) => !done).map(({ key }) => `${key} is not done`);
  faults.push(...(await new FailedJobs(pool).list()).map(({ key, lastError }) => `${key} has failed: ${lastError}`));
  const found = new Set(rows.map(({ key }) => key));
  for (const key of expected) if (!found.has(key)) faults.push(`${key} was never to be done`);
  for (const key of found) if (!expected.has(key)) faults.push(`${key} follows from nothing`);
  return { done: rows.length, begunAgain: rows.filter(({ claims }) => claims > 1).length, faults };
}

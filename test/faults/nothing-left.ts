import { lookAtRegister } from '@fil/log/health/register-look';
import { PROCESSES } from '@fil/processes/processes.module';
import { VIEW_PROJECTIONS } from '@fil/views/projections';
import { eventually } from '../e2e/eventually';
import type { CheckedRegister } from './check-log';

/** Milliseconds. A job in the hands of a program that was killed waits for the end of its lease. */
const SETTLING = 120_000;

/** The programs have read the log to its end and have done what followed. @throws with where they stand */
export async function untilNothingIsLeft({ pool, store }: CheckedRegister): Promise<void> {
  let state = '';
  const processes = PROCESSES.map(({ name }) => name);
  await eventually(
    'the end of what follows',
    async () => {
      const look = await lookAtRegister(pool, store, VIEW_PROJECTIONS, processes);
      state = JSON.stringify(look);
      const { due, held, running } = look.jobs;
      const behind = [...look.projections, ...look.processes].filter(({ size }) => size !== look.size);
      return behind.length === 0 && due + held + running + (await pausing(pool)) === 0;
    },
    SETTLING,
  ).catch((error: Error) => {
    throw new Error(`${error.message}: ${state}`);
  });
}

/** Jobs that failed and will be tried again. What has its hour, such as the end of a time limit, may wait for years. */
async function pausing(pool: CheckedRegister['pool']): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM processes.job WHERE done_at IS NULL AND failed_at IS NULL AND attempts > 0',
  );
  return rows[0]!.count;
}

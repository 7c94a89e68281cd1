import type { ClientBase, Pool } from 'pg';
import { inTransaction } from '../projections/transaction';
import type { NewJob } from './job';
import type { JobQueue } from './job-queue.port';

export interface Conclusions {
  /** Under whose name the position is kept. */
  readonly process: string;
  /** Size up to which it had read before. */
  readonly from: number;
  /** Size up to which it has read now. */
  readonly size: number;
  readonly jobs: readonly NewJob[];
}

/**
 * Writes what a process concluded from the log, and how far it has read, as a whole or not at all: a process that dies
 * reads again what it had not kept, and no job is lost or written twice. Of two that read the same piece one writes:
 * jobs of one process enter the table in the order of the log.
 *
 * @returns false when the position is no longer `from`: nothing is written then
 */
export function recordWithPosition(
  pool: Pool,
  queue: JobQueue,
  { process, from, size, jobs }: Conclusions,
): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    if (!(await movePosition(client, process, from, size))) return false;
    await queue.add(client, jobs);
    return true;
  });
}

/** Compare and set; also takes the row's lock. A position that was never kept counts as 0. */
async function movePosition(
  client: Pick<ClientBase, 'query'>,
  process: string,
  from: number,
  size: number,
): Promise<boolean> {
  const { rowCount } =
    from === 0
      ? await client.query(
          `INSERT INTO processes.follower_position AS p (name, size) VALUES ($1, $2)
           ON CONFLICT (name) DO UPDATE SET size = excluded.size WHERE p.size = 0`,
          [process, size],
        )
      : await client.query('UPDATE processes.follower_position SET size = $3 WHERE name = $1 AND size = $2', [
          process,
          from,
          size,
        ]);
  return rowCount === 1;
}

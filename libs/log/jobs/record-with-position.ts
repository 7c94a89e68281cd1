import type { Pool } from 'pg';
import { PostgresFollowerPositions } from '../projections/postgres-follower-positions';
import { inTransaction } from '../projections/transaction';
import type { NewJob } from './job';
import type { JobQueue } from './job-queue.port';

/**
 * Writes what a process concluded from the log, and how far it has read, as a whole or not at all: a process that dies
 * reads again what it had not kept, and no job is lost or written twice.
 *
 * @param process under whose name the position is kept
 * @param size up to which it has read
 */
export function recordWithPosition(
  pool: Pool,
  queue: JobQueue,
  { process, size, jobs }: { process: string; size: number; jobs: readonly NewJob[] },
): Promise<void> {
  return inTransaction(pool, async (client) => {
    await queue.add(client, jobs);
    await new PostgresFollowerPositions(client).save(process, size);
  });
}

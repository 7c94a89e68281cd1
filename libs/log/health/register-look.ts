import type { Pool } from 'pg';
import type { EventStore } from '../event-store/event-store.port';
import { FailedJobs, type JobCounts } from '../jobs/table/failed-jobs';
import { readCursors } from '../projections/cursor-table';
import type { Projection } from '../projections/projection';

export interface ProjectionLook {
  readonly name: string;
  readonly version: number;
  /** Entries included; null before its tables were ever made. */
  readonly size: number | null;
  /** Entries of the log that are not included yet. */
  readonly lag: number;
  /** Index of the event it cannot take; null when it goes on. */
  readonly haltedAt: number | null;
}

export interface ProcessLook {
  readonly name: string;
  /** Up to which it has read; 0 before it ever did. */
  readonly size: number;
  readonly lag: number;
}

/** How far everything that follows the log has come, whoever does it. */
export interface RegisterLook {
  /** Entries in the log. */
  readonly size: number;
  readonly projections: readonly ProjectionLook[];
  readonly processes: readonly ProcessLook[];
  readonly jobs: JobCounts;
}

/**
 * For health checks, metrics and `fil doctor`.
 *
 * @param projections those this release was compiled with
 * @param processes names of those that follow the log
 * @throws when the database cannot be reached
 */
export async function lookAtRegister(
  pool: Pool,
  store: Pick<EventStore, 'size'>,
  projections: readonly Projection[],
  processes: readonly string[],
): Promise<RegisterLook> {
  // Before the cursors: what is appended meanwhile is not yet anybody's lag.
  const size = await store.size();
  const [cursors, positions, jobs] = await Promise.all([
    readCursors(pool, projections),
    readPositions(pool, processes),
    new FailedJobs(pool).counts(),
  ]);
  return {
    size,
    projections: projections.map(({ name, version }) => {
      const cursor = cursors.find((one) => one.name === name && one.version === version);
      const reached = cursor?.size ?? null;
      return { name, version, size: reached, lag: behind(size, reached ?? 0), haltedAt: cursor?.haltedAt ?? null };
    }),
    processes: processes.map((name) => {
      const reached = positions.get(name) ?? 0;
      return { name, size: reached, lag: behind(size, reached) };
    }),
    jobs,
  };
}

const behind = (size: number, reached: number): number => Math.max(size - reached, 0);

async function readPositions(pool: Pool, names: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ name: string; size: string }>(
    'SELECT name, size FROM processes.follower_position WHERE name = ANY ($1)',
    [names],
  );
  return new Map(rows.map(({ name, size }) => [name, Number(size)]));
}

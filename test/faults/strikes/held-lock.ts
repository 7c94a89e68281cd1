import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Site } from '../site';

/** Where appends wait for each other. */
export const HEAD = 'SELECT FROM log.head FOR UPDATE';
/** Where projections write how far they have read. */
export const CURSORS = 'SELECT FROM views.projection FOR UPDATE';
/** Where a job is written, taken, and noted as done. */
export const JOBS = 'LOCK TABLE processes.job IN SHARE MODE';

/** Where the tree grows. */
export const TREE = 'SELECT FROM log.integrated FOR UPDATE';
/** Where a signed checkpoint is kept. */
export const CHECKPOINTS = 'LOCK TABLE log.checkpoint IN SHARE MODE';
/** Where it is published, once the lock store has it. */
export const PUBLICATIONS = 'LOCK TABLE log.publication IN SHARE MODE';

/** Where the event is written that comes next in this stream: whoever writes another one does not wait for it. */
export const nextEventOf = (stream: string, rev: number): string =>
  `INSERT INTO log.event (idx, id, stream, rev, type, at, entry)
   VALUES (${Number.MAX_SAFE_INTEGER}, gen_random_uuid(), '${stream}', ${rev}, 'never', now(), 'x')`;

/**
 * Holds what the programs need for a step, so that they stand still right before it and can be killed there. When they
 * are dead, the statements they sent go on in the database, unless they are dropped.
 */
export class HeldLock {
  private constructor(
    private readonly site: Site,
    private readonly client: Client,
    private readonly pid: number,
  ) {}

  /** Null when the database does not answer. */
  static async take(site: Site, statement: string): Promise<HeldLock | null> {
    const client = new Client({ connectionString: site.databaseUrl, connectionTimeoutMillis: 1_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await client.query(`BEGIN; SET LOCAL lock_timeout = '5s'; ${statement}`);
      return new HeldLock(site, client, rows[0]!.pid);
    } catch {
      await client.end().catch(() => undefined);
      return null;
    }
  }

  /** @returns whether such a statement stood before it within some seconds */
  awaitedBy(statement: string): Promise<boolean> {
    const waiting = 'SELECT FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid)) AND query ILIKE $2';
    return this.site.until(waiting, [this.pid, `%${statement}%`]);
  }

  /** What stands before it was never sent. */
  async drop(): Promise<void> {
    const waiting = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid))';
    await this.site.look(waiting, [this.pid]);
  }

  async release(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}

/** So that a statement that was sent with the last breath arrives. */
export const arrive = (): Promise<void> => sleep(20);

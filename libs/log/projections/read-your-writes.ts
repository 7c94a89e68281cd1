import type { Pool, PoolClient } from 'pg';
import type { EventStore } from '../event-store/event-store.port';
import { CURSOR_CHANNEL, readCursors } from './cursor-table';
import type { Projection } from './projection';
import { Wakeups } from './wakeups';

/** How long a page waits for what its reader has just recorded, in milliseconds (03 §5). */
export const LONGEST_WAIT = 2_000;
/** A missed notification costs at most this, in milliseconds. */
const SLOW_TIMER = 250;

type Key = Pick<Projection, 'name' | 'version'>;

/** Lets a reader wait until the projections include what she has just recorded. */
export class ReadYourWrites {
  private listener: PoolClient | null = null;
  private opening: Promise<void> | null = null;
  private closed = false;
  private readonly wakeups = new Wakeups();

  constructor(
    private readonly pool: Pool,
    private readonly store: EventStore,
  ) {}

  /**
   * Resolves when all have reached `size`, or after `timeout` milliseconds. A size above the head of the log is ignored.
   *
   * @returns false when they have not reached it.
   */
  async wait(size: number | null | undefined, projections: readonly Key[], timeout = LONGEST_WAIT): Promise<boolean> {
    if (!size || (await this.reached(size, projections))) return true;
    if (size > (await this.store.size())) return true;
    const deadline = Date.now() + timeout;
    await this.listen();
    for (;;) {
      const woken = this.wakeups.next(this.wakeups.version, Math.max(Math.min(SLOW_TIMER, deadline - Date.now()), 0));
      if (await this.reached(size, projections)) return true;
      if (Date.now() >= deadline) return false;
      await woken;
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.opening;
    this.listener?.release(true);
    this.listener = null;
  }

  /** Called by Nest before connections are closed: the pool waits for the one that listens. */
  beforeApplicationShutdown(): Promise<void> {
    return this.close();
  }

  private async reached(size: number, projections: readonly Key[]): Promise<boolean> {
    const cursors = await readCursors(this.pool, projections);
    return cursors.length === projections.length && cursors.every((cursor) => cursor.size >= size);
  }

  /** One connection listens for all that wait; without it the timer does. */
  private async listen(): Promise<void> {
    if (this.listener || this.closed) return;
    this.opening ??= this.open().finally(() => (this.opening = null));
    await this.opening;
  }

  private async open(): Promise<void> {
    let client: PoolClient;
    try {
      client = await this.pool.connect();
    } catch {
      return; // the timer asks again, and finds the database or the end of its time
    }
    const lost = (): void => {
      if (this.listener !== client) return;
      this.listener = null;
      client.release(true);
    };
    client.on('error', lost);
    client.on('notification', () => this.wakeups.all());
    try {
      await client.query(`LISTEN ${CURSOR_CHANNEL}`);
      this.listener = client;
    } catch {
      client.release(true);
    }
  }
}

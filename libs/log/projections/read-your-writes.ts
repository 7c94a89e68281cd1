import type { Pool, PoolClient } from 'pg';
import type { EventStore } from '../event-store/event-store.port';
import { CURSOR_CHANNEL, readCursors } from './cursor-table';
import type { Projection } from './projection';
import { holdVersions } from './versions';
import { Wakeups } from './wakeups';

/** How long a page waits for what its reader has just recorded, in milliseconds (03 §5). */
export const LONGEST_WAIT = 2_000;
/** A missed notification costs at most this, in milliseconds. */
const SLOW_TIMER = 250;
/** After a connection was lost, in milliseconds. */
const ANNOUNCE_AGAIN = 1_000;

type Key = Pick<Projection, 'name' | 'version'>;

/** Lets a reader wait until the projections include what she has just recorded. */
export class ReadYourWrites {
  private listener: PoolClient | null = null;
  private opening: Promise<void> | null = null;
  private closed = false;
  private read: readonly Key[] = [];
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

  /** Says that this process reads these versions, until `close`: they are not dropped meanwhile. */
  async announce(projections: readonly Key[]): Promise<void> {
    this.read = projections;
    if (this.listener) await holdVersions(this.listener, projections);
    else await this.listen();
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

  /** One connection listens for all that wait, and says what is read; without it the timer wakes them. */
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
      // Who waits asks again after a while, and finds the database or the end of its time.
      return this.listenAgain();
    }
    const lost = (): void => {
      if (this.listener !== client) return;
      this.listener = null;
      client.release(true);
      this.listenAgain();
    };
    client.on('error', lost);
    client.on('notification', () => this.wakeups.all());
    try {
      await client.query(`LISTEN ${CURSOR_CHANNEL}`);
      await holdVersions(client, this.read);
      this.listener = client;
    } catch {
      client.release(true);
      this.listenAgain();
    }
  }

  /** What was announced must be said again without waiting for a reader. */
  private listenAgain(): void {
    if (this.read.length > 0 && !this.closed) setTimeout(() => void this.listen(), ANNOUNCE_AGAIN).unref();
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { applicationConnection, openApplicationPool } from '../../postgres/application-pool';
import { checkAppend } from '../check-append';
import {
  type Append,
  type AppendResult,
  type Batch,
  EventStore,
  StoreBusy,
  type StoredEntry,
} from '../event-store.port';
import { AppendQueue, QUEUE_LIMITS, type QueueLimits } from '../postgres/append-queue';
import { reasonOf } from '../postgres/failures';
import { LogWakeups } from '../postgres/log-wakeups';
import { PostgresEventStore } from '../postgres/postgres-event-store';
import { AppendWriter } from './append-writer';
import { Arrivals } from './arrivals';
import { Attempts } from './attempts';
import { EventStoreDbConnection } from './connection';
import { engineOfLog } from './engine-of-log';
import { Integrator } from './integrator';

export interface EventStoreDbOptions {
  readonly queue?: Partial<QueueLimits>;
  /** Connections to PostgreSQL for reading; default 4. */
  readonly readers?: number;
  /** Milliseconds an append waits for the log before it is `pending`; default 2,000. */
  readonly patience?: number;
  /** Milliseconds an append may take in EventStoreDB before it is uncertain; default 5,000. */
  readonly appendLimit?: number;
  /** Milliseconds a read may take there; default 3,000. */
  readonly readLimit?: number;
  /** Milliseconds the log may be behind before appends are refused; default 10,000. */
  readonly longestLag?: number;
  /** What an operator must see. */
  readonly onAlarm?: (message: string) => void;
}

/** Where the log stands against the event store. */
export interface Integration {
  /** Commit position of the last event, or of a later one that is not ours; −1 before the first. */
  readonly position: bigint;
  /** When nothing was left to take in; null before the first time. */
  readonly caughtUpAt: Date | null;
  /** Which event it stands still before, and why. */
  readonly halted: string | null;
  /** Events known to be stored that the log was late for. */
  readonly pending: number;
}

/** More than in PostgreSQL: a batch waits for EventStoreDB and for the log, and others need not. */
const LANES = 8;
/** How long opening waits for the log to be up to date, in milliseconds. */
const FIRST_CATCH_UP = 5_000;

/**
 * Events in EventStoreDB, the log in PostgreSQL. `append` and `readStream` speak to both; `readAll`, `size` and
 * `subscribe` read the log, as the store that has everything in PostgreSQL does.
 */
export class EventStoreDbEventStore extends EventStore {
  private readonly queue: AppendQueue;

  private constructor(
    private readonly log: PostgresEventStore,
    private readonly attempts: Pool,
    private readonly wakeups: LogWakeups,
    private readonly connection: EventStoreDbConnection,
    private readonly integrator: Integrator,
    { queue, patience = 2_000, longestLag = 10_000 }: EventStoreDbOptions,
  ) {
    super();
    const begun = new Attempts(attempts, longestLag);
    const arrivals = new Arrivals((ids) => begun.inLog(ids), wakeups, patience);
    const writer = new AppendWriter(begun, connection, arrivals);
    this.queue = new AppendQueue((batch) => writer.write(batch), { ...QUEUE_LIMITS, lanes: LANES, ...queue });
  }

  /**
   * On a database with `EVENT_STORE_MIGRATIONS` and `EVENTSTOREDB_MIGRATIONS`. An event store that cannot be reached is
   * waited for: until then appends are refused.
   *
   * @throws when PostgreSQL cannot be reached, or when the log in it was written without EventStoreDB.
   */
  static async open(
    databaseUrl: string,
    eventStoreUrl: string,
    options: EventStoreDbOptions = {},
  ): Promise<EventStoreDbEventStore> {
    const { readers, appendLimit = 5_000, readLimit = 3_000, onAlarm = () => undefined } = options;
    const attempts = await openApplicationPool(databaseUrl, { max: 4 });
    if ((await engineOfLog(attempts)) === 'postgres') {
      await attempts.end();
      throw new Error('This log was written in PostgreSQL: EventStoreDB cannot go on with it.');
    }
    const log = await PostgresEventStore.open(databaseUrl, { readers });
    const wakeups = new LogWakeups(await applicationConnection(databaseUrl));
    const connection = new EventStoreDbConnection(eventStoreUrl, { read: readLimit, append: appendLimit });
    const integrator = new Integrator({ databaseUrl, eventStoreUrl, onAlarm });
    integrator.start();
    const patience = new AbortController();
    await Promise.race([
      integrator.ready,
      sleep(FIRST_CATCH_UP, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
    return new EventStoreDbEventStore(log, attempts, wakeups, connection, integrator, options);
  }

  /** Answers what was accepted, then closes every connection. */
  async close(): Promise<void> {
    await this.queue.close();
    await this.integrator.stop();
    await this.connection.close();
    await Promise.all([this.wakeups.close(), this.attempts.end(), this.log.close()]);
  }

  async append(append: Append): Promise<AppendResult> {
    checkAppend(append);
    return this.queue.add(append);
  }

  /**
   * What the log has, and what EventStoreDB has behind it: an entry that is not in the log yet has the index Infinity.
   *
   * @throws StoreBusy when EventStoreDB cannot be asked.
   */
  async readStream(stream: string, upTo = Infinity): Promise<readonly StoredEntry[]> {
    const logged = await this.log.readStream(stream, upTo === Infinity ? undefined : upTo);
    if (logged.length >= upTo) return logged;
    const tail = await this.connection.readAfter(stream, logged.length).catch((error: unknown) => {
      throw new StoreBusy(`EventStoreDB cannot be reached (${reasonOf(error)})`);
    });
    const pending = tail.map(({ bytes, ...event }): StoredEntry => {
      if (bytes === null) throw new StoreBusy(`${event.id} in ${stream} is not an entry of this register`);
      return { index: Infinity, ...event, bytes };
    });
    return [...logged, ...pending.filter(({ rev }) => rev <= upTo)];
  }

  /** For health checks and metrics. */
  async integration(): Promise<Integration> {
    const { rows } = await this.attempts.query<{
      at: string;
      caught: Date | null;
      halted: string | null;
      pending: number;
    }>(
      `SELECT commit_position AS at, caught_up_at AS caught, halted,
        (SELECT count(DISTINCT event_id)::integer FROM vault.attempt WHERE pending) AS pending FROM log.integration`,
    );
    const { at, caught, halted, pending } = rows[0]!;
    return { position: BigInt(at), caughtUpAt: caught, halted, pending };
  }

  readAll(after: number, limit: number): Promise<readonly StoredEntry[]> {
    return this.log.readAll(after, limit);
  }

  size(): Promise<number> {
    return this.log.size();
  }

  subscribe(after: number, signal: AbortSignal): AsyncIterable<Batch> {
    return this.log.subscribe(after, signal);
  }
}

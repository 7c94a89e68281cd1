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
import { readLoggedStream } from './logged-stream';
import { readIntegration } from './read-integration';
import { reconcile, type Reconciliation } from './reconcile';
import type { Misfit } from './refusals';

export interface EventStoreDbOptions {
  readonly queue?: Partial<QueueLimits>;
  /** Connections to PostgreSQL for reading; default 4. */
  readonly readers?: number;
  /** Milliseconds an append waits for the log before it is `pending`; default 2,000. */
  readonly patience?: number;
  /** Milliseconds an append may take in EventStoreDB before it is uncertain; default 10,000: a cluster chooses a leader in less. */
  readonly appendLimit?: number;
  /** Milliseconds a read may take there; default 3,000. */
  readonly readLimit?: number;
  /** Milliseconds the log may be behind before appends are refused and an operator is told; default 10,000. */
  readonly longestLag?: number;
  /** Milliseconds; default the clock of this machine. Entries bear its instants: one that is off is refused. */
  readonly clock?: () => number;
  /** Told how many appends are tried together, each time. */
  readonly onBatch?: (appends: number) => void;
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
  /** That event. */
  readonly misfit: Misfit | null;
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
  private readonly refusals: AppendWriter;

  private constructor(
    private readonly log: PostgresEventStore,
    private readonly attempts: Pool,
    private readonly wakeups: LogWakeups,
    private readonly connection: EventStoreDbConnection,
    private readonly integrator: Integrator,
    private readonly eventStoreUrl: string,
    { queue, patience = 2_000, longestLag = 10_000, clock = Date.now, onBatch = () => undefined }: EventStoreDbOptions,
  ) {
    super();
    const begun = new Attempts(attempts, longestLag, clock);
    const arrivals = new Arrivals((ids) => begun.inLog(ids), wakeups, patience);
    const writer = new AppendWriter(begun, connection, arrivals);
    this.refusals = new AppendWriter(new Attempts(attempts, null, clock), connection, arrivals);
    this.queue = new AppendQueue(
      (batch) => {
        onBatch(batch.length);
        return writer.write(batch);
      },
      { ...QUEUE_LIMITS, lanes: LANES, ...queue },
    );
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
    const {
      readers,
      appendLimit = 10_000,
      readLimit = 3_000,
      longestLag = 10_000,
      onAlarm = () => undefined,
    } = options;
    const attempts = await openApplicationPool(databaseUrl, { max: 4 });
    if ((await engineOfLog(attempts)) === 'postgres') {
      await attempts.end();
      throw new Error('This log was written in PostgreSQL: EventStoreDB cannot go on with it.');
    }
    const log = await PostgresEventStore.open(databaseUrl, { readers });
    const wakeups = new LogWakeups(await applicationConnection(databaseUrl));
    const connection = new EventStoreDbConnection(eventStoreUrl, { read: readLimit, append: appendLimit });
    const integrator = new Integrator({ databaseUrl, eventStoreUrl, alarmAfter: longestLag, onAlarm });
    integrator.start();
    const patience = new AbortController();
    await Promise.race([
      integrator.ready,
      sleep(FIRST_CATCH_UP, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
    return new EventStoreDbEventStore(log, attempts, wakeups, connection, integrator, eventStoreUrl, options);
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
  async readStream(stream: string, upTo = Infinity, after = 0): Promise<readonly StoredEntry[]> {
    const { logged, passed } = await readLoggedStream(this.attempts, stream, upTo, after);
    // The log may not have come as far as `after`: what follows then stands in EventStoreDB alone.
    const reached = after + logged.length;
    if (reached >= upTo) return logged;
    const tail = await this.connection.readAfter(stream, reached, passed).catch((error: unknown) => {
      throw new StoreBusy(`EventStoreDB cannot be reached (${reasonOf(error)})`);
    });
    const pending = tail.map(({ bytes, ...event }): StoredEntry => {
      if (bytes === null) throw new StoreBusy(`${event.id} in ${stream} is not an entry of this register`);
      return { index: Infinity, ...event, bytes };
    });
    return [...logged, ...pending.filter(({ rev }) => rev <= upTo)];
  }

  /**
   * Appends although the log stands still: only what makes it go on, see `refuseEvent`.
   *
   * @throws as `append` does.
   */
  async appendRefusal(append: Append): Promise<AppendResult> {
    checkAppend(append);
    const [result] = await this.refusals.write([append]);
    if (result instanceof Error) throw result;
    return result!;
  }

  /** Compares the log with EventStoreDB, from its beginning or after a commit position. @see reconcile */
  reconcile(after?: bigint, onProgress?: (same: number, size: number) => void): Promise<Reconciliation> {
    const position = after === undefined ? undefined : { commit: after, prepare: after };
    return reconcile(this.attempts, this.eventStoreUrl, position, onProgress);
  }

  /** For health checks and metrics. */
  integration(): Promise<Integration> {
    return readIntegration(this.attempts);
  }

  readLogged(streams: readonly string[], size: number): Promise<readonly StoredEntry[]> {
    return this.log.readLogged(streams, size);
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

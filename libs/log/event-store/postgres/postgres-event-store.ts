import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { applicationConnection, openApplicationPool } from '../../postgres/application-pool';
import { checkAppend } from '../check-append';
import { type Append, type AppendResult, type Batch, EventStore, type StoredEntry } from '../event-store.port';
import { reasonOf } from './failures';
import { AppendQueue, QUEUE_LIMITS, type QueueLimits } from './append-queue';
import { BatchWriter } from './batch-writer';
import { textArray, uuidArray } from './binary-arrays';
import { LogWakeups } from './log-wakeups';
import { ENTRY_TEXT, type EntryRow, toStoredEntry } from './stored-entry-row';

const SUBSCRIPTION_BATCH = 1_000;
/** A missed notification costs at most this, in milliseconds. */
const SLOW_TIMER = 1_000;
const RETRY_PAUSE = 500;

export interface PostgresEventStoreOptions {
  readonly queue?: Partial<QueueLimits>;
  /** Connections for reading; default 4. */
  readonly readers?: number;
  /** Told how many appends are written together, each time. */
  readonly onBatch?: (appends: number) => void;
  /** Told once for each outage that keeps a subscription from reading on. */
  readonly onTrouble?: (message: string) => void;
}

/** The log in PostgreSQL: group commit under one locked row gives a dense index without gaps. */
export class PostgresEventStore extends EventStore {
  private readonly queue: AppendQueue;
  private readonly onTrouble: (message: string) => void;

  private constructor(
    private readonly writers: Pool,
    private readonly readers: Pool,
    private readonly wakeups: LogWakeups,
    { queue, onBatch = () => undefined, onTrouble = () => undefined }: PostgresEventStoreOptions,
  ) {
    super();
    this.onTrouble = onTrouble;
    const writer = new BatchWriter(writers, (ids) => this.readByIds(ids));
    this.queue = new AppendQueue(
      (batch) => {
        onBatch(batch.length);
        return writer.write(batch);
      },
      { ...QUEUE_LIMITS, ...queue },
    );
  }

  /** On a migrated database (`EVENT_STORE_MIGRATIONS`). @throws when it cannot be reached. */
  static async open(url: string, options: PostgresEventStoreOptions = {}): Promise<PostgresEventStore> {
    const connection = await applicationConnection(url);
    const writers = await openApplicationPool(url, { max: options.queue?.lanes ?? QUEUE_LIMITS.lanes });
    const readers = await openApplicationPool(url, { max: options.readers ?? 4 });
    return new PostgresEventStore(writers, readers, new LogWakeups(connection), options);
  }

  /** Answers what was accepted, then closes every connection. */
  async close(): Promise<void> {
    await this.queue.close();
    await Promise.all([this.wakeups.close(), this.writers.end(), this.readers.end()]);
  }

  async append(append: Append): Promise<AppendResult> {
    checkAppend(append);
    return this.queue.add(append);
  }

  readStream(stream: string, upTo?: number, after = 0): Promise<readonly StoredEntry[]> {
    return upTo === undefined
      ? this.read('read-stream', 'stream = $1 AND rev > $2 ORDER BY rev', [stream, after])
      : this.read('read-stream-up-to', 'stream = $1 AND rev > $2 AND rev <= $3 ORDER BY rev', [stream, after, upTo]);
  }

  async readLogged(streams: readonly string[], size: number): Promise<readonly StoredEntry[]> {
    // Stream by stream: a planner that knows nothing of the array might read the whole log in its order instead.
    const { rows } = await this.readers.query<EntryRow>({
      name: 'read-logged',
      text: `SELECT e.entry_text FROM unnest($1::text[]) AS s(stream) CROSS JOIN LATERAL (
          SELECT idx, ${ENTRY_TEXT} AS entry_text FROM log.event WHERE stream = s.stream AND idx < $2 OFFSET 0
        ) AS e ORDER BY e.idx`,
      values: [textArray(streams), size],
      rowMode: 'array',
    });
    return rows.map(toStoredEntry);
  }

  readAll(after: number, limit: number): Promise<readonly StoredEntry[]> {
    return this.read('read-all', 'idx >= $1 ORDER BY idx LIMIT $2', [after, limit]);
  }

  async size(): Promise<number> {
    const { rows } = await this.readers.query<{ size: string }>({ name: 'size', text: 'SELECT size FROM log.head' });
    return Number(rows[0]!.size);
  }

  async *subscribe(after: number, signal: AbortSignal): AsyncGenerator<Batch> {
    let position = after;
    let told = false;
    while (!signal.aborted) {
      const seen = this.wakeups.version;
      let entries: readonly StoredEntry[];
      try {
        entries = await this.readAll(position, SUBSCRIPTION_BATCH);
        told = false;
      } catch (error) {
        // A server that is down comes back; whoever subscribes has nothing better to do than wait.
        if (!told) this.onTrouble(`the log cannot be read on: ${reasonOf(error)}`);
        told = true;
        await sleep(RETRY_PAUSE, undefined, { signal }).catch(() => undefined);
        continue;
      }
      position += entries.length;
      if (entries.length > 0) yield { entries, size: position };
      else await this.wakeups.next(seen, SLOW_TIMER, signal);
    }
  }

  private readByIds(ids: readonly string[]): Promise<readonly StoredEntry[]> {
    return this.read('read-by-ids', 'id = ANY ($1::uuid[]) ORDER BY idx', [uuidArray(ids)]);
  }

  private async read(name: string, where: string, values: unknown[]): Promise<StoredEntry[]> {
    const text = `SELECT ${ENTRY_TEXT} FROM log.event WHERE ${where}`;
    const { rows } = await this.readers.query<EntryRow>({ name, text, values, rowMode: 'array' });
    return rows.map(toStoredEntry);
  }
}

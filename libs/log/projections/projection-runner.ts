import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { EventStore } from '../event-store/event-store.port';
import type { Vault } from '../vault/vault';
import { createTables, emptyTables } from './create-tables';
import { ensureCursor, halt, moveCursor, readCursors, tellCursor, type Cursor } from './cursor-table';
import { EventFault, isDatabaseTrouble } from './faults';
import { begunIn, reopenedBy } from './fold-batch';
import { changesOf, type Piece, writeEvents } from './apply-piece';
import { EventTableWriter } from './event-table-writer';
import { LogBatches, type OpenedBatch } from './log-batches';
import type { Fold, Projection } from './projection';
import { TableWriter } from './table-writer';

const SLOW_TIMER = 1_000;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;

export interface RunnerOptions {
  /** Most events in a batch, and therefore in a transaction. */
  readonly batch?: number;
  /** Told what a person should know: a halt, trouble with the database. */
  readonly onWarning?: (message: string) => void;
}

/** Keeps the rows of projections in step with the log. Several may run at once: the compare-and-set of the cursor decides. */
export class ProjectionRunner {
  private readonly batches: LogBatches;
  private readonly writers = new Map<Fold, TableWriter<unknown>>();
  private readonly eventWriters = new Map<Projection, readonly EventTableWriter[]>();
  private readonly wakers = new Set<() => void>();
  private readonly stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();
  private wakeups = 0;

  constructor(
    readonly projections: readonly Projection[],
    private readonly pool: Pool,
    private readonly store: EventStore,
    vault: Vault,
    private readonly options: RunnerOptions = {},
  ) {
    this.batches = new LogBatches(store, vault, options.batch ?? 2_000);
    for (const projection of projections) {
      for (const fold of projection.folds) this.writers.set(fold, new TableWriter(projection, fold));
      this.eventWriters.set(projection, (projection.events ?? []).map((table) => new EventTableWriter(projection, table)));
    }
  }

  /** Makes the tables, then follows the log until `stop`. Halted projections are tried again. */
  async start(): Promise<void> {
    await this.prepare();
    const { signal } = this.stopping;
    this.running = Promise.all([this.listen(signal), ...this.projections.map((projection) => this.follow(projection, signal))]);
  }

  /** After the batch that is being written. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wakeAll();
    await this.running;
  }

  /** Makes the tables and cursors that are missing. */
  async prepare(): Promise<void> {
    for (const projection of this.projections) {
      await this.inTransaction(async (client) => {
        // Two processes that start together create one after the other.
        await client.query(`SELECT pg_advisory_xact_lock(hashtext('views'), hashtext($1))`, [projection.name]);
        await createTables(client, projection);
        await ensureCursor(client, projection);
      });
    }
  }

  /** Applies what is in the log now; for tests, imports and the command line. @returns the projections that halted */
  async catchUp(): Promise<readonly string[]> {
    const halted: string[] = [];
    await Promise.all(
      this.projections.map(async (projection) => {
        for (;;) {
          const step = await this.step(projection);
          if (step === 'halted') halted.push(projection.name);
          if (step === 'halted' || step === 'nothing') return;
        }
      }),
    );
    return halted;
  }

  /** Empties a projection, to be made again from the first event on. */
  async startOver(projection: Projection): Promise<void> {
    await this.inTransaction(async (client) => {
      await client.query('UPDATE views.projection SET size = 0, at = NULL, halted_at = NULL WHERE name = $1 AND version = $2', [
        projection.name,
        projection.version,
      ]);
      await emptyTables(client, projection);
    });
    this.wakeAll();
  }

  private async follow(projection: Projection, signal: AbortSignal): Promise<void> {
    let pause = FIRST_PAUSE;
    while (!signal.aborted) {
      const seen = this.wakeups;
      try {
        const step = await this.step(projection);
        pause = FIRST_PAUSE;
        if (step === 'halted') return;
        if (step === 'nothing') await this.next(seen, signal);
      } catch (error) {
        this.warn(`${projection.name}: ${error instanceof Error ? error.message : String(error)}; trying again`);
        await sleep(pause, undefined, { signal }).catch(() => undefined);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    }
  }

  /** One batch. */
  private async step(projection: Projection): Promise<'applied' | 'nothing' | 'halted'> {
    const cursor = await this.cursor(projection);
    const batch = await this.batches.at(cursor.size);
    if (batch.events.length === 0 && !batch.fault) return 'nothing';
    const fault = batch.events.length > 0 ? await this.applyUntilFault(projection, cursor.size, batch, batch.events.length) : null;
    const stop = fault ?? batch.fault;
    if (!stop) return 'applied';
    const halted = await this.inTransaction((client) => halt(client, projection, stop.index, stop));
    if (!halted) return 'applied';
    this.warn(`${projection.name} halted at event ${stop.index} (${stop.event}): ${stop.message}`);
    return 'halted';
  }

  private async cursor(projection: Projection): Promise<Cursor> {
    const [cursor] = await readCursors(this.pool, [projection]);
    if (!cursor) throw new Error(`projection ${projection.name} has no cursor`);
    return cursor;
  }

  /** Applies the first `count` events, or as many as can be. @returns the fault of the event after them, if any */
  private async applyUntilFault(projection: Projection, from: number, batch: OpenedBatch, count: number): Promise<EventFault | null> {
    if (count === 0) return null;
    const first = batch.events[0]!.index;
    const events = batch.events.slice(from - first, from - first + count);
    try {
      await this.apply(projection, from, batch, events);
      return null;
    } catch (error) {
      if (error instanceof EventFault && error.index > from) {
        return (await this.applyUntilFault(projection, from, batch, error.index - from)) ?? error;
      }
      if (error instanceof EventFault && error.index === from) return error;
      // A value the database refuses, or a row that cannot be made: which event brought it is found by halving.
      if (isDatabaseTrouble(error)) throw error;
      if (count === 1) return new EventFault(from, events[0]!.id, error);
      const half = count >> 1;
      return (
        (await this.applyUntilFault(projection, from, batch, half)) ?? (await this.applyUntilFault(projection, from + half, batch, count - half))
      );
    }
  }

  private async apply(projection: Projection, from: number, batch: OpenedBatch, events: OpenedBatch['events']): Promise<void> {
    const size = from + events.length;
    const piece: Piece = { batch, events, size, begun: begunIn(events), reopened: reopenedBy(events) };
    await this.inTransaction(async (client) => {
      if (!(await moveCursor(client, projection, from, size, events.at(-1)!.at))) return;
      for (const writer of this.eventWriters.get(projection)!) await writeEvents(client, writer, piece);
      for (const fold of projection.folds) {
        const writer = this.writers.get(fold)!;
        const changes = await changesOf(client, fold, writer, piece);
        if (changes.length > 0) await writer.write(client, changes);
      }
      await tellCursor(client, projection);
    });
  }

  /** Wakes the projections when the log has grown. */
  private async listen(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const size = await this.store.size();
        this.wakeAll();
        for await (const batch of this.store.subscribe(size, signal)) {
          if (batch.size > 0) this.wakeAll();
        }
      } catch (error) {
        this.warn(`following the log: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(FIRST_PAUSE, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private wakeAll(): void {
    this.wakeups++;
    for (const wake of [...this.wakers]) wake();
  }

  private next(seen: number, signal: AbortSignal): Promise<void> {
    if (this.wakeups !== seen || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.wakers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, SLOW_TIMER);
      this.wakers.add(wake);
    });
  }

  private async inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      await client.query('ROLLBACK').then(
        () => client.release(),
        (lost: Error) => client.release(lost),
      );
      throw error;
    }
  }

  private warn(message: string): void {
    this.options.onWarning?.(message);
  }
}

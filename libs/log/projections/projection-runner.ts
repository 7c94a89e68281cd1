import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { EventStore } from '../event-store/event-store.port';
import type { Vault } from '../vault/vault';
import { createTables, emptyTables } from './create-tables';
import { ensureCursor, halt, moveCursor, readCursors, tellCursor } from './cursor-table';
import { EventFault, isDatabaseTrouble } from './faults';
import { changesOf, pieceOf, writeEvents } from './apply-piece';
import { EventTableWriter } from './event-table-writer';
import { LogBatches, type OpenedBatch } from './log-batches';
import type { Fold, Projection } from './projection';
import { TableWriter } from './table-writer';
import { lastOnes, type Track, tracksOf } from './track';
import { inTransaction } from './transaction';
import { Wakeups } from './wakeups';

const SLOW_TIMER = 1_000;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;

export interface RunnerOptions {
  /** Most events in a batch, and therefore in a transaction. */
  readonly batch?: number;
  /** Told what a person should know: a halt, trouble with the database. */
  readonly onWarning?: (message: string) => void;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Keeps the rows of projections in step with the log. Several may run at once: the compare-and-set of the cursor decides. */
export class ProjectionRunner {
  private readonly batches: LogBatches;
  private readonly writers = new Map<Fold, TableWriter<unknown>>();
  private readonly eventWriters = new Map<Projection, readonly EventTableWriter[]>();
  private readonly wakeups = new Wakeups();
  private readonly stopping = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

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
      this.eventWriters.set(
        projection,
        (projection.events ?? []).map((table) => new EventTableWriter(projection, table)),
      );
    }
  }

  /** Makes the tables, then follows the log until `stop`. Halted projections are tried again. */
  async start(): Promise<void> {
    await this.prepare();
    const { signal } = this.stopping;
    this.running = Promise.all([
      this.listen(signal),
      ...(await this.tracks()).map((track) => this.follow(track, signal)),
    ]);
  }

  /** After the batch that is being written. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wakeups.all();
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
    const tracks = await this.tracks();
    const goOn = async (track: Track): Promise<void> => {
      while (await this.step(track));
    };
    await Promise.all(tracks.map(goOn));
    const left = new Set(tracks.flatMap((track) => [...track]));
    return this.projections.filter((projection) => !left.has(projection)).map(({ name }) => name);
  }

  /** Empties a projection, to be made again from the first event on. */
  async startOver(projection: Projection): Promise<void> {
    await this.inTransaction(async (client) => {
      await client.query(
        'UPDATE views.projection SET size = 0, at = NULL, halted_at = NULL WHERE name = $1 AND version = $2',
        [projection.name, projection.version],
      );
      await emptyTables(client, projection);
    });
    this.wakeups.all();
  }

  private async tracks(): Promise<Track[]> {
    return tracksOf(this.projections, await readCursors(this.pool, this.projections));
  }

  private async follow(track: Track, signal: AbortSignal): Promise<void> {
    let pause = FIRST_PAUSE;
    while (!signal.aborted && track.size > 0) {
      const seen = this.wakeups.version;
      try {
        const moved = await this.step(track);
        pause = FIRST_PAUSE;
        if (!moved) await this.wakeups.next(seen, SLOW_TIMER, signal);
      } catch (error) {
        this.warn(`${[...track].map(({ name }) => name).join(', ')}: ${messageOf(error)}; trying again`);
        await sleep(pause, undefined, { signal }).catch(() => undefined);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    }
  }

  /** One batch for those furthest behind; those that halt leave the track. @returns false when there is nothing more */
  private async step(track: Track): Promise<boolean> {
    if (track.size === 0) return false;
    const { from, projections } = lastOnes(track, await readCursors(this.pool, [...track]));
    const batch = await this.batches.at(from);
    if (batch.events.length === 0 && !batch.fault) return false;
    // While this one is written the next one is read; whoever needs it learns whether that failed.
    if (batch.full) this.batches.at(batch.size).catch(() => undefined);
    const results = await Promise.allSettled(
      projections.map((projection) => this.applyOrHalt(projection, from, batch)),
    );
    results.forEach((result, n) => {
      if (result.status === 'fulfilled' && result.value === 'halted') track.delete(projections[n]!);
    });
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    return true;
  }

  private async applyOrHalt(projection: Projection, from: number, batch: OpenedBatch): Promise<'applied' | 'halted'> {
    const fault = (await this.applyUntilFault(projection, from, batch, batch.events.length)) ?? batch.fault;
    if (!fault) return 'applied';
    const halted = await this.inTransaction((client) => halt(client, projection, fault.index, fault));
    if (!halted) return 'applied';
    this.warn(`${projection.name} halted at event ${fault.index} (${fault.event}): ${fault.message}`);
    return 'halted';
  }

  /** Applies the first `count` events, or as many as can be. @returns the fault of the event after them, if any */
  private async applyUntilFault(
    projection: Projection,
    from: number,
    batch: OpenedBatch,
    count: number,
  ): Promise<EventFault | null> {
    if (count === 0) return null;
    const first = batch.events[0]!.index;
    const whole = count === batch.events.length;
    const events = whole ? batch.events : batch.events.slice(from - first, from - first + count);
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
        (await this.applyUntilFault(projection, from, batch, half)) ??
        (await this.applyUntilFault(projection, from + half, batch, count - half))
      );
    }
  }

  private async apply(
    projection: Projection,
    from: number,
    batch: OpenedBatch,
    events: OpenedBatch['events'],
  ): Promise<void> {
    const piece = pieceOf(batch, events);
    await this.inTransaction(async (client) => {
      if (!(await moveCursor(client, projection, from, piece.size, events.at(-1)!.at))) return;
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
        this.wakeups.all();
        for await (const batch of this.store.subscribe(size, signal)) {
          if (batch.size > 0) this.wakeups.all();
        }
      } catch (error) {
        this.warn(`following the log: ${messageOf(error)}`);
        await sleep(FIRST_PAUSE, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    return inTransaction(this.pool, work);
  }

  private warn(message: string): void {
    this.options.onWarning?.(message);
  }
}

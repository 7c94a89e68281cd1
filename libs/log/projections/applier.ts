import type { Pool, PoolClient } from 'pg';
import { changesOf, pieceOf, writeEvents } from './apply-piece';
import { moveCursor, tellCursor } from './cursor-table';
import { EventTableWriter } from './event-table-writer';
import { EventFault, isDatabaseTrouble } from './faults';
import type { OpenedBatch } from './log-batches';
import type { Projection } from './projection';
import { TableWriter } from './table-writer';
import { inTransaction } from './transaction';

/** Writes pieces of the log to the tables of one projection, together with its cursor. */
export class Applier {
  private readonly folds;
  private readonly events;

  constructor(
    private readonly projection: Projection,
    private readonly pool: Pool,
  ) {
    this.folds = projection.folds.map((fold) => ({ fold, writer: new TableWriter(projection, fold) }));
    this.events = (projection.events ?? []).map((table) => new EventTableWriter(projection, table));
  }

  /** Applies the batch, or the events before the one that cannot be applied or read. @returns the fault of that one */
  async apply(from: number, batch: OpenedBatch): Promise<EventFault | null> {
    return (await this.applyUntilFault(from, batch, batch.events.length)) ?? batch.fault;
  }

  /** Applies these events in the caller's transaction. @returns false when the cursor is no longer at `from` */
  async write(client: PoolClient, from: number, batch: OpenedBatch, events = batch.events): Promise<boolean> {
    const piece = pieceOf(batch, events);
    if (!(await moveCursor(client, this.projection, from, piece.size, events.at(-1)!.at))) return false;
    for (const writer of this.events) await writeEvents(client, writer, piece);
    for (const { fold, writer } of this.folds) {
      const changes = await changesOf(client, fold, writer, piece);
      if (changes.length > 0) await writer.write(client, changes);
    }
    return true;
  }

  /** The first `count` events from index `from` on, or as many as can be. */
  private async applyUntilFault(from: number, batch: OpenedBatch, count: number): Promise<EventFault | null> {
    if (count === 0) return null;
    const first = batch.events[0]!.index;
    const whole = count === batch.events.length;
    const events = whole ? batch.events : batch.events.slice(from - first, from - first + count);
    try {
      await inTransaction(this.pool, async (client) => {
        if (await this.write(client, from, batch, events)) await tellCursor(client, this.projection);
      });
      return null;
    } catch (error) {
      if (error instanceof EventFault && error.index > from) {
        return (await this.applyUntilFault(from, batch, error.index - from)) ?? error;
      }
      if (error instanceof EventFault && error.index === from) return error;
      // A value the database refuses, or a row that cannot be made: which event brought it is found by halving.
      if (isDatabaseTrouble(error)) throw error;
      if (count === 1) return new EventFault(from, events[0]!.id, error);
      const half = count >> 1;
      return (
        (await this.applyUntilFault(from, batch, half)) ??
        (await this.applyUntilFault(from + half, batch, count - half))
      );
    }
  }
}

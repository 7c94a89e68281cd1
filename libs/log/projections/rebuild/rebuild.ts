import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient, QueryConfig } from 'pg';
import type { EventStore } from '../../event-store/event-store.port';
import type { Vault } from '../../vault/vault';
import { Applier } from '../applier';
import { allTables, indexStatements } from '../create-tables';
import { LogBatches } from '../log-batches';
import { prepareProjection } from '../prepare-projection';
import type { Projection } from '../projection';
import { inTransaction } from '../transaction';
import { beginCopy, type BegunCopy, copyOf } from './copy';
import { lockRebuild } from './rebuild-lock';
import { type SwapResult, trySwap } from './swap';

/** `indexing` includes the statistics that the planner needs from the first reader on. */
export type Stage = 'filling' | 'indexing' | 'swapping';

export interface RebuildOptions {
  /** Most events in a batch, and therefore in a transaction. */
  readonly batch?: number;
  /** Begins anew even where there is a half-made copy to go on with. */
  readonly anew?: boolean;
  /** Aborted: stops after the batch that is being written; the copy stays. */
  readonly signal?: AbortSignal;
  readonly onBegin?: (copy: BegunCopy) => void;
  /** @param of number of entries of the log */
  readonly onProgress?: (stage: Stage, size: number, of: number) => void;
}

export type Rebuilt =
  /** `haltedBefore`: what is no longer read was halted; runners take the projection up again. */
  | { readonly status: 'swapped'; readonly size: number; readonly haltedBefore: boolean }
  /** Asked to stop; the next rebuild goes on from here. */
  | { readonly status: 'stopped'; readonly size: number };

/** Another process is making the same projection anew. */
export class RebuildUnderWay extends Error {}

const BATCH = 2_000;
/** Events that the swap may still have to apply, while what is read stands still. */
const REACH = 500;
const PAUSE = 100;
const LONGEST_PAUSE = 1_000;
/** The longest delay that a timer of Node takes, in milliseconds. */
const NO_TIMEOUT = 2 ** 31 - 1;

/**
 * Makes a projection anew beside the one that is read, then puts it in its place: reads never fail and never go back in
 * time, and runners go on. Killed at any point, it goes on from the copy it left.
 */
export class Rebuild {
  private readonly copy: Projection;
  private readonly applier: Applier;
  private readonly batches: LogBatches;

  constructor(
    private readonly projection: Projection,
    private readonly pool: Pool,
    private readonly store: EventStore,
    vault: Vault,
    private readonly options: RebuildOptions = {},
  ) {
    this.copy = copyOf(projection);
    this.applier = new Applier(this.copy, pool);
    this.batches = new LogBatches(store, vault, options.batch ?? BATCH);
  }

  /**
   * @throws RebuildUnderWay
   * @throws EventFault for an event that the projection cannot take; the copy stays before it
   */
  async run(): Promise<Rebuilt> {
    const unlock = await lockRebuild(this.pool, this.projection.name);
    if (!unlock) throw new RebuildUnderWay(this.projection.name);
    try {
      const begun = await inTransaction(this.pool, async (client) => {
        await prepareProjection(client, this.projection);
        return beginCopy(client, this.copy, this.options.anew ?? false);
      });
      this.options.onBegin?.(begun);
      let size = await this.fill();
      if (!this.stopped) {
        this.options.onProgress?.('indexing', size, size);
        await this.index();
      }
      for (let pause = PAUSE; !this.stopped; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
        size = await this.fill();
        const result = await this.swap(size);
        if (result.status === 'swapped') return result;
        // Those who waited behind us have their turn.
        if (result.status === 'inUse') await sleep(pause, undefined, { signal: this.options.signal }).catch(() => null);
      }
      return { status: 'stopped', size };
    } finally {
      await unlock();
    }
  }

  private get stopped(): boolean {
    return this.options.signal?.aborted ?? false;
  }

  /** Applies the log to the copy, up to about its end. @returns the copy's size */
  private async fill(): Promise<number> {
    for (;;) {
      // Read each time: the last batch of a rebuild that was killed may have been written after we began.
      const size = await this.sizeOfCopy();
      if (this.stopped) return size;
      const batch = await this.batches.at(size);
      if (batch.events.length === 0 && !batch.fault) return size;
      if (batch.full) this.batches.at(batch.size).catch(() => undefined);
      const fault = await this.applier.apply(size, batch);
      if (fault) throw fault;
      this.options.onProgress?.('filling', batch.size, Math.max(batch.openedAt, batch.size));
      // The log may grow for ever; the swap applies what is left.
      if (!batch.full) return this.sizeOfCopy();
    }
  }

  private async sizeOfCopy(): Promise<number> {
    const { rows } = await this.pool.query<{ size: string }>(
      'SELECT size FROM views_rebuild.projection WHERE name = $1 AND version = $2',
      [this.copy.name, this.copy.version],
    );
    return Number(rows[0]!.size);
  }

  /** Faster after the rows than with each of them. Those that are there already stay. */
  private async index(): Promise<void> {
    for (const statement of indexStatements(this.copy)) {
      await inTransaction(this.pool, async (client) => {
        // A rebuild that was killed may still be making it.
        await client.query('SELECT FROM views_rebuild.projection WHERE name = $1 FOR UPDATE', [this.copy.name]);
        await unhurried(client, statement);
      });
    }
    await inTransaction(this.pool, async (client) => {
      for (const table of allTables(this.copy)) await unhurried(client, `ANALYZE ${table}`);
    });
  }

  private swap(size: number): Promise<SwapResult> {
    const { projection, copy, pool, store, batches, applier } = this;
    this.options.onProgress?.('swapping', size, size);
    return trySwap({ projection, copy, pool, store, batches, applier, reach: REACH });
  }
}

/** A statement that may take longer than an application lets any other take. */
async function unhurried(client: PoolClient, text: string): Promise<void> {
  await client.query('SET LOCAL statement_timeout = 0');
  const patient: QueryConfig & { query_timeout: number } = { text, query_timeout: NO_TIMEOUT };
  await client.query(patient);
}

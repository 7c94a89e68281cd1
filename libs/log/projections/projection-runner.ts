import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { EventStore } from '../event-store/event-store.port';
import type { Leadership } from '../leadership/leadership';
import type { Vault } from '../vault/vault';
import { Applier } from './applier';
import { halt, readCursors } from './cursor-table';
import { LogBatches, type OpenedBatch } from './log-batches';
import { prepareProjection } from './prepare-projection';
import type { Projection } from './projection';
import { lastOnes, type Track, tracksOf, withoutCursor } from './track';
import { inTransaction } from './transaction';
import { Wakeups } from './wakeups';

const SLOW_TIMER = 1_000;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;
const LOOK_AT_HALTED = 5_000;

export interface RunnerOptions {
  /** Most events in a batch, and therefore in a transaction. */
  readonly batch?: number;
  /** How often a halted projection is looked at, in milliseconds. */
  readonly lookAtHalted?: number;
  /** Told what a person should know: a halt, trouble with the database. */
  readonly onWarning?: (message: string) => void;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Under which a program leads the making of a projection's rows (`Leadership`). */
const leaderName = ({ name, version }: Projection): string => `projection/${name}@${version}`;
export const leaderNames = (projections: readonly Projection[]): string[] => projections.map(leaderName);

/** Keeps the rows of projections in step with the log. Several may run at once: the compare-and-set of the cursor decides. */
export class ProjectionRunner {
  private readonly batches: LogBatches;
  private readonly appliers: ReadonlyMap<Projection, Applier>;
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
    this.appliers = new Map(projections.map((projection) => [projection, new Applier(projection, pool)]));
  }

  /**
   * Makes the tables, then follows the log until `stop`. Halted projections are tried again now, and once rebuilt.
   *
   * @param leadership of `leaderNames`: spares several programs doing the same work; without it all are followed
   */
  async start(leadership?: Leadership): Promise<void> {
    await this.prepare();
    const { signal } = this.stopping;
    const follow = (leading: AbortSignal, held: ReadonlySet<string>): Promise<void> => this.followLed(leading, held);
    const following = leadership?.run(follow, signal) ?? follow(signal, new Set(leaderNames(this.projections)));
    this.running = Promise.all([this.listen(signal), following]);
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
      await this.inTransaction((client) => prepareProjection(client, projection));
    }
  }

  /** Applies what is in the log now; for tests, imports and the command line. @returns the projections that halted */
  async catchUp(): Promise<readonly string[]> {
    const tracks = await this.tracks(this.projections);
    const goOn = async (track: Track): Promise<void> => {
      while (await this.step(track));
    };
    await Promise.all(tracks.map(goOn));
    const left = new Set(tracks.flatMap((track) => [...track]));
    return this.projections.filter((projection) => !left.has(projection)).map(({ name }) => name);
  }

  private async tracks(projections: readonly Projection[]): Promise<Track[]> {
    return tracksOf(projections, await readCursors(this.pool, projections));
  }

  /** Until the signal is aborted, though all of them may have halted. */
  private async followLed(signal: AbortSignal, held: ReadonlySet<string>): Promise<void> {
    const led = this.projections.filter((projection) => held.has(leaderName(projection)));
    while (!signal.aborted) {
      try {
        const tracks = await this.tracks(led);
        const cured = new AbortController();
        const until = AbortSignal.any([signal, cured.signal]);
        const given = (): Projection[] => led.filter((one) => !tracks.some((track) => track.has(one)));
        await Promise.all([
          ...tracks.map((track) => this.follow(track, until)),
          this.untilOneIsCured(given, until).finally(() => cured.abort()),
        ]);
      } catch (error) {
        this.warn(`${[...held].join(', ')}: ${messageOf(error)}; trying again`);
        await sleep(FIRST_PAUSE, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** A projection that has halted is left alone until a rebuild has put another in its place. */
  private async untilOneIsCured(halted: () => Projection[], signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await sleep(this.options.lookAtHalted ?? LOOK_AT_HALTED, undefined, { signal }).catch(() => undefined);
      if (signal.aborted || halted().length === 0) continue;
      try {
        if ((await readCursors(this.pool, halted())).some(({ haltedAt }) => haltedAt === null)) return;
      } catch (error) {
        this.warn(`${messageOf(error)}; trying again`);
      }
    }
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
    const cursors = await readCursors(this.pool, [...track]);
    for (const gone of withoutCursor(track, cursors)) {
      this.warn(`${gone.name}: version ${gone.version} was dropped; no longer followed`);
      track.delete(gone);
    }
    if (track.size === 0) return false;
    const { from, projections } = lastOnes(track, cursors);
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
    const fault = await this.appliers.get(projection)!.apply(from, batch);
    if (!fault) return 'applied';
    const halted = await this.inTransaction((client) => halt(client, projection, fault.index, fault));
    if (!halted) return 'applied';
    this.warn(`${projection.name} halted at event ${fault.index} (${fault.event}): ${fault.message}`);
    return 'halted';
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

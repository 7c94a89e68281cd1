import type { EventSchema } from '@fil/facts/kit/event-schema';
import { EventStore, type StoredEntry } from '../event-store/event-store.port';
import { toRecordedEvent } from '../event-store/recorded-event';
import type { OpenedEvent, Vault } from '../vault/vault';
import { EventFault, isDatabaseTrouble } from './faults';

/** An object's whole stream, opened anew. */
export interface WholeStream {
  readonly events: readonly OpenedEvent[];
  /** Size the log had then. */
  readonly openedAt: number;
}

/** A piece of the log, opened for one reader and shared by the projections that stand at its beginning. */
export interface OpenedBatch {
  readonly events: readonly OpenedEvent[];
  /** Size up to and including the last event. */
  readonly size: number;
  /**
   * Size the log had when the words were opened: what a visibility change or an erasure before it did is already in
   * them.
   */
  readonly openedAt: number;
  /** As many as a batch holds: there are probably more. */
  readonly full: boolean;
  /** The event after the last one cannot be read. */
  readonly fault: EventFault | null;
  /** What the types of its events mean to the platform. */
  readonly schema: EventSchema;
  /** The whole streams of these objects up to `size`, opened now. */
  whole(streams: readonly string[]): Promise<ReadonlyMap<string, WholeStream>>;
}

/** The one that is being written and the one after it. */
const KEPT = 3;

/** Reads and opens each piece of the log once for all that are at the same place. */
export class LogBatches {
  private readonly kept = new Map<number, Promise<OpenedBatch>>();

  constructor(
    private readonly store: EventStore,
    private readonly vault: Vault,
    private readonly limit: number,
  ) {}

  /** Events with index ≥ `after`; none when there are no more. */
  at(after: number): Promise<OpenedBatch> {
    const found = this.kept.get(after);
    if (found) return found;
    const batch = this.read(after);
    this.keep(after, batch);
    const forget = (): void => {
      if (this.kept.get(after) === batch) this.kept.delete(after);
    };
    batch.then((read) => {
      if (read.events.length === 0) forget();
    }, forget);
    return batch;
  }

  private keep(after: number, batch: Promise<OpenedBatch>): void {
    this.kept.set(after, batch);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
  }

  private async read(after: number): Promise<OpenedBatch> {
    const entries = await this.store.readAll(after, this.limit);
    // Before opening: a change made meanwhile is then fed again, once too often rather than never.
    const openedAt = entries.length === 0 ? after : await this.store.size();
    const { events, fault } = await this.openAll(entries);
    const size = after + events.length;
    const known = new Map<string, Promise<WholeStream>>();
    const whole = async (streams: readonly string[]): Promise<ReadonlyMap<string, WholeStream>> => {
      this.readMissing(known, streams, size);
      return new Map(await Promise.all(streams.map(async (stream) => [stream, await known.get(stream)!] as const)));
    };
    return { events, size, openedAt, full: entries.length === this.limit, fault, schema: this.vault.schema, whole };
  }

  /** In one go for all that nobody has read yet. */
  private readMissing(known: Map<string, Promise<WholeStream>>, streams: readonly string[], size: number): void {
    const missing = streams.filter((stream) => !known.has(stream));
    if (missing.length === 0) return;
    const reading = this.readWhole(missing, size);
    for (const stream of missing) {
      const read = reading.then((found) => found.get(stream)!);
      known.set(stream, read);
      // Who tries again must not be told of the same lost connection.
      read.catch(() => known.delete(stream));
    }
  }

  private async readWhole(streams: readonly string[], size: number): Promise<Map<string, WholeStream>> {
    const openedAt = await this.store.size();
    const { events, fault } = await this.openAll(await this.store.readLogged(streams, size));
    if (fault) throw fault;
    const byStream = new Map(streams.map((stream) => [stream, [] as OpenedEvent[]]));
    for (const event of events) byStream.get(event.stream)!.push(event);
    return new Map([...byStream].map(([stream, own]) => [stream, { events: own, openedAt }]));
  }

  /** All of them, or those before the first that cannot be read. */
  private async openAll(
    entries: readonly StoredEntry[],
  ): Promise<{ events: readonly OpenedEvent[]; fault: EventFault | null }> {
    try {
      return { events: await this.vault.open(entries.map(toRecordedEvent), 'public'), fault: null };
    } catch (error) {
      if (isDatabaseTrouble(error)) throw error;
      if (entries.length === 1) return { events: [], fault: new EventFault(entries[0]!.index, entries[0]!.id, error) };
      const half = entries.length >> 1;
      const first = await this.openAll(entries.slice(0, half));
      if (first.fault) return first;
      const rest = await this.openAll(entries.slice(half));
      return { events: [...first.events, ...rest.events], fault: rest.fault };
    }
  }
}

import { KeyNeverMinted } from '../check-append';
import { type Append, type AppendResult, AppendUncertain, StoreBusy, type StoredEntry } from '../event-store.port';
import { isPassing, reasonOf, wasRefused } from '../postgres/failures';
import type { Arrivals } from './arrivals';
import type { Attempts, Begun } from './attempts';
import { type EventStoreDbConnection, isFinal } from './connection';
import type { KeptEvent } from './kept-event';

/** Openings first, then the events, then the log: in this order, whatever breaks in between loses nothing. */
export class AppendWriter {
  constructor(
    private readonly attempts: Attempts,
    private readonly connection: EventStoreDbConnection,
    private readonly arrivals: Arrivals,
  ) {}

  async write(batch: readonly Append[]): Promise<readonly (AppendResult | Error)[]> {
    let begun: readonly Begun[] | string;
    try {
      begun = await this.attempts.begin(batch);
    } catch (error) {
      // Openings that no event names are swept: whether these were kept or not, nothing was recorded.
      if (batch.length === 1 || !wasRefused(error) || isPassing(error))
        return batch.map(() => (wasRefused(error) && !isPassing(error) ? error : new StoreBusy(reasonOf(error))));
      const results: (AppendResult | Error)[] = [];
      for (const append of batch) results.push((await this.write([append]))[0]!);
      return results;
    }
    if (typeof begun === 'string') return batch.map(() => new StoreBusy(begun));
    return Promise.all(
      batch.map((append, n) =>
        this.writeOne(append, begun[n]!).catch((error: unknown) =>
          error instanceof Error ? error : new AppendUncertain(error),
        ),
      ),
    );
  }

  private async writeOne(append: Append, begun: Begun): Promise<AppendResult> {
    const ids = append.entries.map(({ id }) => id);
    switch (begun.status) {
      case 'o':
        // Ids that were never tried are in no stream, and EventStoreDB itself knows the revision: no need to look. When
        // it may be away, looking first makes the difference between nothing written and not known.
        return this.connection.isDoubtful ? this.look(append, begun) : this.keep(append, begun);
      case 't':
        return this.look(append, begun);
      case 'a':
        return { status: 'duplicate', stored: await this.read(ids) };
      case 'p':
        return this.alreadyKept(ids);
      case 'r':
        return { status: 'reusedId', id: begun.detail! };
      case 'e':
        return { status: 'erased', subject: begun.detail! };
      case 'k':
        return { status: 'conflict', revision: begun.revision };
      case 'm':
        throw new KeyNeverMinted(begun.detail!);
      case 'l':
        throw new StoreBusy('it is dated long before the last entry of the log');
      case 'b': {
        const [elsewhere] = await this.arrivals.wait([begun.detail!]);
        if (!elsewhere) throw new StoreBusy(`${begun.detail!} is being recorded elsewhere`);
        return { status: 'reusedId', id: elsewhere.id };
      }
      default:
        throw new Error(`unknown status of an append to ${append.stream}`);
    }
  }

  /** Whether an earlier try of these ids is in the stream, behind what the log has of it. */
  private async look(append: Append, begun: Begun): Promise<AppendResult> {
    const { stream, expected, entries } = append;
    let tail: readonly KeptEvent[];
    try {
      tail = await this.connection.readAfter(stream, begun.revision, begun.passed);
    } catch (error) {
      await this.release(append, begun);
      throw new StoreBusy(`EventStoreDB cannot be reached (${reasonOf(error)})`);
    }
    const found = tail.filter(({ id }) => entries.some((entry) => entry.id === id));
    if (found.length > 0) {
      await this.release(append, begun);
      const other = found.find(({ id, type }) => entries.find((entry) => entry.id === id)!.type !== type);
      if (other || found.length < entries.length) return { status: 'reusedId', id: (other ?? found[0]!).id };
      return this.alreadyKept(entries.map(({ id }) => id));
    }
    const revision = begun.revision + tail.length;
    if (revision !== expected) {
      await this.release(append, begun);
      return { status: 'conflict', revision };
    }
    return this.keep(append, begun);
  }

  private async keep(append: Append, begun: Begun): Promise<AppendResult> {
    const { expected, entries } = append;
    try {
      const kept = await this.connection.append(append, begun.passed);
      if (kept.status === 'conflict') {
        await this.release(append, begun);
        return kept;
      }
    } catch (error) {
      if (!isFinal(error)) throw new AppendUncertain(error);
      await this.release(append, begun);
      throw error;
    }
    const stored = await this.arrivals.wait(entries.map(({ id }) => id));
    if (stored.length < entries.length) {
      // A mark for those who come; this append is stored whether it is set or not.
      await this.attempts.pending(append, begun).catch(() => undefined);
      return { status: 'pending' };
    }
    // Another process stored the same ids at the same moment: EventStoreDB took this try for a repetition of that one.
    if (stored.some(({ bytes }, n) => !bytes.equals(entries[n]!.bytes))) return { status: 'duplicate', stored };
    const firstIndex = stored[0]!.index;
    return { status: 'ok', revision: expected + entries.length, size: stored.at(-1)!.index + 1, firstIndex };
  }

  private async alreadyKept(ids: readonly string[]): Promise<AppendResult> {
    const stored = await this.arrivals.wait(ids);
    return stored.length === ids.length ? { status: 'duplicate', stored } : { status: 'pending' };
  }

  private async read(ids: readonly string[]): Promise<StoredEntry[]> {
    try {
      return await this.attempts.inLog(ids);
    } catch (error) {
      throw new AppendUncertain(error);
    }
  }

  private async release(append: Append, begun: Begun): Promise<void> {
    // What could not be given back is swept after a day; the answer does not depend on it.
    await this.attempts.release(append, begun).catch(() => undefined);
  }
}

import {
  type Append,
  type AppendResult,
  type Batch,
  EventStore,
  type StoredEntry,
} from '../event-store/event-store.port';
import type { AppendGuard } from './append-guard';

/** Asks before each append whether anything may be recorded. What is there can always be read. */
export class GuardedEventStore extends EventStore {
  constructor(
    private readonly store: EventStore,
    private readonly guard: AppendGuard,
  ) {
    super();
  }

  /** @throws RecordingStopped, and as the store does */
  async append(append: Append): Promise<AppendResult> {
    await this.guard.pass();
    return this.store.append(append);
  }

  readStream(stream: string, upTo?: number, after?: number): Promise<readonly StoredEntry[]> {
    return this.store.readStream(stream, upTo, after);
  }

  readLogged(streams: readonly string[], size: number): Promise<readonly StoredEntry[]> {
    return this.store.readLogged(streams, size);
  }

  readAll(after: number, limit: number): Promise<readonly StoredEntry[]> {
    return this.store.readAll(after, limit);
  }

  size(): Promise<number> {
    return this.store.size();
  }

  subscribe(after: number, signal: AbortSignal): AsyncIterable<Batch> {
    return this.store.subscribe(after, signal);
  }
}

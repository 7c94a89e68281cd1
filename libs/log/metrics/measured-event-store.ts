import {
  type Append,
  type AppendResult,
  type Batch,
  EventStore,
  type StoredEntry,
} from '../event-store/event-store.port';
import type { Metrics } from './metrics';

/** An event store whose appends are timed, whatever its engine. */
export class MeasuredEventStore extends EventStore {
  constructor(
    private readonly store: EventStore,
    private readonly metrics: Pick<Metrics, 'append'>,
  ) {
    super();
  }

  async append(append: Append): Promise<AppendResult> {
    const stop = this.metrics.append.startTimer();
    try {
      const result = await this.store.append(append);
      stop({ result: result.status });
      return result;
    } catch (error) {
      stop({ result: 'error' });
      throw error;
    }
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

import { AppendUncertain, type StoredEntry } from '../event-store.port';
import type { LogWakeups } from '../postgres/log-wakeups';

/** A missed notification costs at most this, in milliseconds. */
const SLOW_TIMER = 250;

interface Awaited {
  readonly ids: readonly string[];
  readonly until: number;
  readonly resolve: (stored: readonly StoredEntry[]) => void;
  readonly reject: (error: Error) => void;
}

/** Who waits for events to be in the log. One question to the database for all of them, whenever the log has grown. */
export class Arrivals {
  private readonly awaited = new Set<Awaited>();
  private readonly never = new AbortController().signal;
  private watching = false;

  constructor(
    private readonly inLog: (ids: readonly string[]) => Promise<readonly StoredEntry[]>,
    private readonly wakeups: LogWakeups,
    /** Milliseconds. */
    private readonly patience: number,
  ) {}

  /**
   * These events in the order of the log, when it has all of them, or what it has when the patience is over.
   *
   * @throws AppendUncertain when the database cannot be asked.
   */
  wait(ids: readonly string[]): Promise<readonly StoredEntry[]> {
    return new Promise((resolve, reject) => {
      this.awaited.add({ ids, until: performance.now() + this.patience, resolve, reject });
      if (!this.watching) void this.watch();
    });
  }

  private async watch(): Promise<void> {
    this.watching = true;
    while (this.awaited.size > 0) {
      const seen = this.wakeups.version;
      const asked = [...this.awaited];
      try {
        this.answer(asked, await this.inLog(asked.flatMap(({ ids }) => ids)));
      } catch (error) {
        for (const one of asked) {
          this.awaited.delete(one);
          one.reject(new AppendUncertain(error));
        }
      }
      if (this.awaited.size > 0) await this.wakeups.next(seen, SLOW_TIMER, this.never);
    }
    this.watching = false;
  }

  private answer(asked: readonly Awaited[], stored: readonly StoredEntry[]): void {
    const byId = new Map(stored.map((entry) => [entry.id, entry]));
    const now = performance.now();
    for (const one of asked) {
      const found = one.ids.flatMap((id) => byId.get(id) ?? []).sort((a, b) => a.index - b.index);
      if (found.length < one.ids.length && now < one.until) continue;
      this.awaited.delete(one);
      one.resolve(found);
    }
  }
}

/**
 * Group commit: appends that arrive together are written together. A stream, an event id or a minted subject is in at
 * most one batch at a time; whoever needs it too waits for the next one, so order within a stream is order of arrival.
 */
import { type Append, type AppendResult, StoreBusy } from '../event-store.port';

export interface QueueLimits {
  /** Appends waiting or being written; beyond, `StoreBusy`. */
  readonly appends: number;
  /** Their bytes: entries and openings. */
  readonly bytes: number;
  /** Milliseconds an append may wait before it is refused. */
  readonly wait: number;
  readonly batchAppends: number;
  readonly batchBytes: number;
  /** Batches being written at the same time. */
  readonly lanes: number;
}

export const QUEUE_LIMITS: QueueLimits = {
  appends: 4_000,
  bytes: 64 * 1024 * 1024,
  wait: 5_000,
  batchAppends: 256,
  batchBytes: 2 * 1024 * 1024,
  lanes: 2,
};

/** Per append its result, or the error its caller gets. Does not reject. */
export type WriteBatch = (batch: readonly Append[]) => Promise<readonly (AppendResult | Error)[]>;

interface Waiting {
  readonly append: Append;
  readonly bytes: number;
  readonly since: number;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: Error) => void;
  /** What it holds while it is being written. */
  holds: readonly string[];
}

export class AppendQueue {
  private waiting: Waiting[] = [];
  /** Streams, ids and subjects of the batches being written. */
  private readonly held = new Set<string>();
  /** Revisions that streams with waiting appends have reached, at least. */
  private readonly reached = new Map<string, number>();
  private appends = 0;
  private bytes = 0;
  private writing = 0;
  private scheduled = false;
  private closed = false;
  private sweeper: NodeJS.Timeout | null = null;
  private idle: (() => void)[] = [];

  constructor(
    private readonly write: WriteBatch,
    private readonly limits: QueueLimits,
  ) {}

  add(append: Append): Promise<AppendResult> {
    const bytes = bytesOf(append);
    if (this.closed) return Promise.reject(new StoreBusy('it is being stopped'));
    if (this.appends >= this.limits.appends || this.bytes + bytes > this.limits.bytes)
      return Promise.reject(new StoreBusy(`${this.appends} appends are waiting`));
    return new Promise((resolve, reject) => {
      this.appends++;
      this.bytes += bytes;
      this.waiting.push({ append, bytes, since: performance.now(), resolve, reject, holds: [] });
      this.schedule();
    });
  }

  /** Takes no more and resolves when everything accepted is answered. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.appends > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
    if (this.sweeper) clearInterval(this.sweeper);
  }

  /** At the end of this turn of the event loop, so that all callers that were answered together come again together. */
  private schedule(): void {
    if (this.scheduled || this.writing >= this.limits.lanes) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      const batch = this.take();
      if (batch.length > 0) void this.send(batch);
    });
  }

  private take(): Waiting[] {
    const { batchAppends, batchBytes } = this.limits;
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    const passed = new Set<string>();
    let bytes = 0;
    for (const one of this.waiting) {
      const full = batch.length >= batchAppends || (batch.length > 0 && bytes + one.bytes > batchBytes);
      const needs = full ? [] : this.needsOf(one.append);
      if (full || needs.some((name) => this.held.has(name) || passed.has(name))) {
        left.push(one);
        for (const name of needs) passed.add(name);
        continue;
      }
      for (const name of needs) this.held.add(name);
      batch.push(one);
      one.holds = needs;
      bytes += one.bytes;
    }
    this.waiting = left;
    if (left.length > 0) this.sweeper ??= setInterval(() => this.sweep(), 250).unref();
    return batch;
  }

  private async send(batch: readonly Waiting[]): Promise<void> {
    this.writing++;
    if (this.waiting.length > 0) this.schedule();
    const results = await this.write(batch.map(({ append }) => append));
    this.writing--;
    batch.forEach((one, n) => {
      for (const name of one.holds) this.held.delete(name);
      this.answer(one, results[n]!);
      this.learn(one.append.stream, results[n]!);
    });
    if (this.waiting.length > 0) this.schedule();
    else this.reached.clear();
  }

  private learn(stream: string, result: AppendResult | Error): void {
    if (this.waiting.length === 0 || !('revision' in result)) return;
    this.reached.set(stream, Math.max(result.revision, this.reached.get(stream) ?? 0));
  }

  /**
   * What the append must have for itself. One that expects a revision its stream has left behind cannot be written,
   * only answered, so those who lost a race for a hot stream are answered together.
   */
  private needsOf({ stream, expected, entries, mint }: Append): string[] {
    // The prefixes keep a stream, an id and a subject of one spelling apart.
    const needs = entries.map(({ id }) => `i${id}`);
    if (mint) needs.push(`k${mint.subject}`);
    if ((this.reached.get(stream) ?? 0) <= expected) needs.push(`s${stream}`);
    return needs;
  }

  private answer(one: Waiting, result: AppendResult | Error): void {
    this.appends--;
    this.bytes -= one.bytes;
    if (result instanceof Error) one.reject(result);
    else one.resolve(result);
    if (this.appends === 0) for (const resolve of this.idle.splice(0)) resolve();
  }

  private sweep(): void {
    const latest = performance.now() - this.limits.wait;
    const late = this.waiting.filter(({ since }) => since < latest);
    if (late.length > 0) this.waiting = this.waiting.filter(({ since }) => since >= latest);
    for (const one of late) this.answer(one, new StoreBusy('the database is too slow'));
    if (this.waiting.length === 0 && this.sweeper) {
      clearInterval(this.sweeper);
      this.sweeper = null;
    }
  }
}

function bytesOf({ entries }: Append): number {
  let bytes = 0;
  for (const entry of entries) {
    bytes += entry.bytes.length;
    for (const { content } of entry.openings) bytes += content.length + 64;
  }
  return bytes;
}

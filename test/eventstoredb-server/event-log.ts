/** What the test server keeps: one log with positions that are not dense, and the streams in it. */
import { EventEmitter } from 'node:events';
import { randomUUID } from 'node:crypto';

export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface KeptRecord extends ProposedEvent {
  readonly stream: string;
  /** From 0. */
  readonly revision: number;
  /** Commit and prepare position: one number for a record that commits itself. */
  readonly position: bigint;
  readonly created: Date;
}

export type ExpectedRevision = number | 'no_stream' | 'any' | 'stream_exists';

export type Appended =
  | { readonly status: 'success'; readonly revision: number; readonly position: bigint | null }
  | { readonly status: 'wrongExpectedVersion'; readonly current: number }
  | { readonly status: 'streamDeleted' }
  | { readonly status: 'tooLarge' }
  | { readonly status: 'badRequest'; readonly message: string };

export const LARGEST_APPEND = 1_048_576;
const NIL = '00000000-0000-0000-0000-000000000000';

export class EventLog {
  readonly records: KeptRecord[] = [];
  private readonly streams = new Map<string, KeptRecord[]>();
  private readonly tombstones = new Set<string>();
  private readonly grown = new EventEmitter().setMaxListeners(0);
  private position = 0n;

  stream(name: string): readonly KeptRecord[] {
    return this.streams.get(name) ?? [];
  }

  isTombstoned(name: string): boolean {
    return this.tombstones.has(name);
  }

  /** As the server's CheckCommit decides. */
  append(stream: string, expected: ExpectedRevision, events: readonly ProposedEvent[]): Appended {
    if (events.some(({ id, type }) => id === NIL || type === ''))
      return { status: 'badRequest', message: 'an event without id or type' };
    // By a slip in the server, 23.10 counts the data alone.
    if (events.reduce((bytes, { data }) => bytes + data.length, 0) > LARGEST_APPEND) return { status: 'tooLarge' };
    if (this.isTombstoned(stream)) return { status: 'streamDeleted' };
    const kept = this.stream(stream);
    const current = kept.length - 1;
    const wrong: Appended = { status: 'wrongExpectedVersion', current };
    if (expected === 'any' || expected === 'stream_exists') {
      if (expected === 'stream_exists' && current < 0) return wrong;
      const already = events.filter(({ id }) => kept.some((record) => record.id === id));
      if (events.length > 0 && already.length === events.length) return this.repeated(kept, events);
      return already.length > 0 ? wrong : this.write(stream, events);
    }
    const revision = expected === 'no_stream' ? -1 : expected;
    if (revision > current) return wrong;
    if (revision === current || events.length === 0) return this.write(stream, events);
    const same = events.every(({ id }, n) => kept[revision + 1 + n]?.id === id);
    return same ? this.repeated(kept, events) : wrong;
  }

  tombstone(stream: string): void {
    this.tombstones.add(stream);
    this.system('$streamDeleted', stream);
  }

  /** An event as the server itself writes them: statistics, metadata. */
  system(type = '$statsCollected', stream = '$stats-127.0.0.1:2113'): void {
    this.write(stream, [
      { id: randomUUID(), type, contentType: 'application/json', data: Buffer.from('{}'), metadata: Buffer.of() },
    ]);
  }

  /** Calls back after each append, until the returned function is called. */
  onGrowth(listener: () => void): () => void {
    this.grown.on('growth', listener);
    return () => void this.grown.off('growth', listener);
  }

  /** Place in `records` of the first record at or after a position. */
  placeOf(position: bigint): number {
    let low = 0;
    let high = this.records.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.records[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private repeated(kept: readonly KeptRecord[], events: readonly ProposedEvent[]): Appended {
    const { revision, position } = kept.find(({ id }) => id === events.at(-1)!.id)!;
    return { status: 'success', revision, position };
  }

  private write(stream: string, events: readonly ProposedEvent[]): Appended {
    const kept = this.streams.get(stream) ?? [];
    for (const event of events) {
      // Byte offsets: they grow by the size of the record.
      this.position += BigInt(110 + event.data.length + event.metadata.length) + (this.position % 40n);
      const record = { ...event, stream, revision: kept.length, position: this.position, created: new Date() };
      kept.push(record);
      this.records.push(record);
    }
    if (kept.length > 0) this.streams.set(stream, kept);
    if (events.length > 0) this.grown.emit('growth');
    return { status: 'success', revision: kept.length - 1, position: events.length > 0 ? this.position : null };
  }
}

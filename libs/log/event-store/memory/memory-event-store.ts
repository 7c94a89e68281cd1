import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkAppend, KeyNeverMinted, subjectsOf } from '../check-append';
import {
  type Append,
  type AppendResult,
  type Batch,
  EventStore,
  StoreBusy,
  type StoredEntry,
} from '../event-store.port';
import { MemoryVaultStore } from './memory-vault-store';

const BATCH = 1000;

/** For tests of everything above the log: nothing survives the process. */
export class MemoryEventStore extends EventStore {
  private readonly log: StoredEntry[] = [];
  private readonly streams = new Map<string, StoredEntry[]>();
  private readonly byId = new Map<string, StoredEntry>();
  private readonly wakers = new Set<() => void>();
  private waiting = 0;

  constructor(
    readonly vault = new MemoryVaultStore(),
    private readonly longestQueue = 10_000,
  ) {
    super();
  }

  async append(append: Append): Promise<AppendResult> {
    checkAppend(append);
    if (this.waiting >= this.longestQueue) throw new StoreBusy(`${this.waiting} appends are waiting`);
    this.waiting++;
    try {
      // As a real store, it answers later; other callers run in between.
      await nextTurn();
      return this.write(append);
    } finally {
      this.waiting--;
    }
  }

  private write(append: Append): AppendResult {
    const { stream, expected, entries, mint } = append;
    const stored = entries.flatMap(({ id }) => this.byId.get(id) ?? []);
    if (stored.length > 0) {
      const misplaced = stored.find(
        (one) => one.stream !== stream || one.type !== entries.find(({ id }) => id === one.id)!.type,
      );
      if (misplaced) return { status: 'reusedId', id: misplaced.id };
      if (stored.length < entries.length) return { status: 'reusedId', id: stored[0]!.id };
      return { status: 'duplicate', stored: stored.sort((a, b) => a.index - b.index) };
    }
    const people = subjectsOf(append).map((subject) => ({ subject, has: this.vault.stateOf(subject) }));
    const erased = people.find(({ has }) => has.state === 'erased');
    if (erased) return { status: 'erased', subject: erased.subject };
    const present = this.streams.get(stream) ?? [];
    if (present.length !== expected) return { status: 'conflict', revision: present.length };
    for (const { subject, has } of people) {
      // Another append minted her key first: these words are under a key that will never be kept.
      if (has.state === 'active' && mint?.subject === subject && !has.key.equals(mint.key))
        return { status: 'conflict', revision: present.length };
      if (has.state === 'none' && mint?.subject !== subject) throw new KeyNeverMinted(subject);
    }
    const firstIndex = this.log.length;
    entries.forEach(({ id, type, bytes, visibility, openings }, n) => {
      const entry = { index: firstIndex + n, id, stream, rev: expected + 1 + n, type, bytes: Buffer.from(bytes) };
      this.log.push(entry);
      present.push(entry);
      this.byId.set(id, entry);
      this.vault.keep(id, openings);
      if (visibility) this.vault.mark(entry, visibility);
    });
    this.streams.set(stream, present);
    if (mint) this.vault.mint(mint);
    for (const wake of this.wakers) wake();
    return { status: 'ok', revision: present.length, size: this.log.length, firstIndex };
  }

  readStream(stream: string, upTo = Infinity, after = 0): Promise<readonly StoredEntry[]> {
    return Promise.resolve((this.streams.get(stream) ?? []).filter(({ rev }) => rev > after && rev <= upTo));
  }

  readLogged(streams: readonly string[], size: number): Promise<readonly StoredEntry[]> {
    const wanted = new Set(streams);
    return Promise.resolve(this.log.slice(0, size).filter(({ stream }) => wanted.has(stream)));
  }

  readAll(after: number, limit: number): Promise<readonly StoredEntry[]> {
    return Promise.resolve(this.log.slice(after, after + limit));
  }

  size(): Promise<number> {
    return Promise.resolve(this.log.length);
  }

  async *subscribe(after: number, signal: AbortSignal): AsyncGenerator<Batch> {
    let position = after;
    while (!signal.aborted) {
      const entries = this.log.slice(position, position + BATCH);
      position += entries.length;
      if (entries.length > 0) yield { entries, size: position };
      else await this.somethingNew(signal);
    }
  }

  private somethingNew(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.wakers.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.wakers.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}

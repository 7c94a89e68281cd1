import {
  EventStore,
  type Append,
  type AppendResult,
  type Batch,
  type StoredEntry,
} from '@fil/log/event-store/event-store.port';
import type { DryRunVaultStore } from './dry-run-vault-store';

/**
 * A register on which an import is tried: it reads the real one and writes beside it, in memory. A stream is copied when
 * it is first written to, so that revisions, repeats and conflicts are decided as they would be.
 *
 * Indexes of what is tried start at 0 again: nothing may be told from the order of the whole log here.
 */
export class DryRunEventStore extends EventStore {
  private readonly tried = new Map<string, StoredEntry[]>();
  private readonly ids = new Set<string>();
  private appended = 0;

  /** @param register the real one; null to try on an empty one. */
  constructor(
    private readonly register: Pick<EventStore, 'readStream' | 'size'> | null,
    private readonly vault: DryRunVaultStore,
  ) {
    super();
  }

  async append({ stream, expected, entries, mint }: Append): Promise<AppendResult> {
    const before = await this.readStream(stream);
    if (before.length !== expected) return { status: 'conflict', revision: before.length };
    const reused = entries.find(({ id }) => this.ids.has(id));
    if (reused) return { status: 'reusedId', id: reused.id };
    const firstIndex = this.appended;
    const stored = entries.map(({ id, type, bytes }, n) => ({
      index: this.appended++,
      id,
      stream,
      rev: expected + 1 + n,
      type,
      bytes,
    }));
    for (const { id } of stored) this.ids.add(id);
    this.tried.set(stream, [...before, ...stored]);
    if (mint) this.vault.mint(mint);
    return { status: 'ok', revision: expected + stored.length, size: this.appended, firstIndex };
  }

  async readStream(stream: string, upTo = Infinity, after = 0): Promise<readonly StoredEntry[]> {
    const entries = this.tried.get(stream) ?? (await this.register?.readStream(stream)) ?? [];
    return entries.filter(({ rev }) => rev > after && rev <= upTo);
  }

  async size(): Promise<number> {
    return ((await this.register?.size()) ?? 0) + this.appended;
  }

  readLogged(): Promise<readonly StoredEntry[]> {
    return Promise.reject(new Error('a dry run has streams, not a log'));
  }

  readAll(): Promise<readonly StoredEntry[]> {
    return Promise.reject(new Error('a dry run has streams, not a log'));
  }

  async *subscribe(): AsyncGenerator<Batch> {
    throw new Error('a dry run has streams, not a log');
  }
}

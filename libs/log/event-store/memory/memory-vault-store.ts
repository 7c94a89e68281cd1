import type { ObjectVisibility, VisibilityEffect } from '@fil/facts/kit/event-definition';
import { type StoredOpening, type SubjectKey, VaultStore } from '../../vault/vault-store.port';
import type { KeyToMint, Opening, StoredEntry } from '../event-store.port';

interface Kept {
  readonly opening: Opening;
  content: Buffer | null;
}

/** For tests of everything above the log. */
export class MemoryVaultStore extends VaultStore {
  private readonly byEvent = new Map<string, Kept[]>();
  private readonly keys = new Map<string, Buffer | null>();
  private readonly visibility = new Map<string, ObjectVisibility>();
  private readonly opened = new Set<string>();
  private readonly withholding = new Map<string, StoredEntry[]>();

  openings(eventIds: readonly string[]): Promise<readonly StoredOpening[]> {
    const found = [...new Set(eventIds)].flatMap((eventId) =>
      (this.byEvent.get(eventId) ?? []).map(({ opening, content }) => ({
        eventId,
        path: opening.path,
        commitment: opening.commitment,
        content,
        audience: opening.audience,
        subject: opening.subject,
        key: opening.subject === null ? null : (this.keys.get(opening.subject) ?? null),
      })),
    );
    return Promise.resolve(found);
  }

  latestVisibility(streams: readonly string[]): Promise<ReadonlyMap<string, ObjectVisibility>> {
    return Promise.resolve(
      new Map(
        streams.flatMap((stream) => {
          const effect = this.visibility.get(stream);
          return effect ? [[stream, effect] as const] : [];
        }),
      ),
    );
  }

  everOpened(streams: readonly string[]): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(streams.filter((stream) => this.opened.has(stream))));
  }

  withholdings(streams: readonly string[]): Promise<readonly StoredEntry[]> {
    return Promise.resolve([...new Set(streams)].flatMap((stream) => this.withholding.get(stream) ?? []));
  }

  keyOf(subject: string): Promise<SubjectKey> {
    return Promise.resolve(this.stateOf(subject));
  }

  eraseOpenings(fields: readonly { event: string; path: string }[]): Promise<void> {
    for (const { event, path } of fields)
      for (const kept of this.byEvent.get(event) ?? []) if (kept.opening.path === path) kept.content = null;
    return Promise.resolve();
  }

  eraseKey(subject: string): Promise<void> {
    this.keys.set(subject, null);
    return Promise.resolve();
  }

  stateOf(subject: string): SubjectKey {
    const key = this.keys.get(subject);
    if (key) return { state: 'active', key };
    return { state: key === null ? 'erased' : 'none' };
  }

  /** Part of the append: called by the event store alone. */
  keep(eventId: string, openings: readonly Opening[]): void {
    this.byEvent.set(
      eventId,
      openings.map((opening) => ({ opening, content: opening.content })),
    );
  }
  mint({ subject, key }: KeyToMint): void {
    if (!this.keys.has(subject)) this.keys.set(subject, key);
  }
  mark(entry: StoredEntry, effect: VisibilityEffect): void {
    const { stream } = entry;
    if (effect === 'opens') this.opened.add(stream);
    if (effect === 'opens' || effect === 'closes') this.visibility.set(stream, effect);
    else this.withholding.set(stream, [...(this.withholding.get(stream) ?? []), entry]);
  }
}

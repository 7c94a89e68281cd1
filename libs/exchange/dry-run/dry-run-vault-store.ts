import type { KeyToMint, StoredEntry } from '@fil/log/event-store/event-store.port';
import { VaultStore, type StoredOpening, type SubjectKey } from '@fil/log/vault/vault-store.port';
import type { ObjectVisibility } from '@fil/facts/kit/event-definition';

/** The vault beside a dry run: what is there is read, keys tried are kept in memory, and nothing is kept or erased. */
export class DryRunVaultStore extends VaultStore {
  private readonly tried = new Map<string, Buffer>();

  /** @param vault the real one; null to try on an empty register. */
  constructor(
    private readonly vault: Pick<
      VaultStore,
      'openings' | 'latestVisibility' | 'everOpened' | 'withholdings' | 'keyOf'
    > | null,
  ) {
    super();
  }

  /** Part of an append that is tried. */
  mint({ subject, key }: KeyToMint): void {
    this.tried.set(subject, key);
  }

  async openings(eventIds: readonly string[]): Promise<readonly StoredOpening[]> {
    return (await this.vault?.openings(eventIds)) ?? [];
  }

  async latestVisibility(streams: readonly string[]): Promise<ReadonlyMap<string, ObjectVisibility>> {
    return (await this.vault?.latestVisibility(streams)) ?? new Map();
  }

  async everOpened(streams: readonly string[]): Promise<ReadonlySet<string>> {
    return (await this.vault?.everOpened(streams)) ?? new Set();
  }

  async withholdings(streams: readonly string[]): Promise<readonly StoredEntry[]> {
    return (await this.vault?.withholdings(streams)) ?? [];
  }

  async keyOf(subject: string): Promise<SubjectKey> {
    const key = this.tried.get(subject);
    return key ? { state: 'active', key } : ((await this.vault?.keyOf(subject)) ?? { state: 'none' });
  }

  eraseOpenings(): Promise<void> {
    return Promise.reject(new Error('a dry run erases nothing'));
  }

  eraseKey(): Promise<void> {
    return Promise.reject(new Error('a dry run erases nothing'));
  }
}

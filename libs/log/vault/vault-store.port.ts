import type { Audience } from '@fil/facts/kit/sealed-fields';
import type { ObjectVisibility } from '@fil/facts/kit/event-definition';
import type { StoredEntry } from '../event-store/event-store.port';

export interface StoredOpening {
  readonly eventId: string;
  readonly path: string;
  readonly commitment: Buffer;
  /** Null once erased. */
  readonly content: Buffer | null;
  readonly audience: Audience;
  readonly subject: string | null;
  /** The subject's key; null when there is no subject, or when the key is gone. */
  readonly key: Buffer | null;
}

export type SubjectKey =
  { readonly state: 'active'; readonly key: Buffer } | { readonly state: 'erased' } | { readonly state: 'none' };

/** Where openings and keys are kept. Same database as the log of the adapter, other schema and rights. */
export abstract class VaultStore {
  abstract openings(eventIds: readonly string[]): Promise<readonly StoredOpening[]>;
  /** The last event of each stream that opened or closed it; streams without one are absent. */
  abstract latestVisibility(streams: readonly string[]): Promise<ReadonlyMap<string, ObjectVisibility>>;
  /** Those of these streams that an event has opened once, whatever came after. */
  abstract everOpened(streams: readonly string[]): Promise<ReadonlySet<string>>;
  /** The entries of these streams that withhold or restore passages, in the order of each stream. */
  abstract withholdings(streams: readonly string[]): Promise<readonly StoredEntry[]>;
  abstract keyOf(subject: string): Promise<SubjectKey>;
  /** Empties openings; what was there is gone, the rows say so. Doing it twice is the same. */
  abstract eraseOpenings(fields: readonly { event: string; path: string }[]): Promise<void>;
  /** Destroys a key for ever: it is never minted again. Doing it twice is the same. */
  abstract eraseKey(subject: string): Promise<void>;
}

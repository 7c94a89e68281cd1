/**
 * The event store: an append-only log of entries in streams. Adapters: in-memory (tests), PostgreSQL, EventStoreDB.
 *
 * Words: an event has an *index* from 0 in the whole log and a *revision* from 1 in its stream; a *size* is a number of
 * entries, so the entries after size n are those with index ≥ n.
 */
import type { Audience } from '@fil/facts/kit/sealed-fields';
import { ExplainedError } from '@fil/facts/kit/explained-error';
import type { VisibilityEffect } from '@fil/facts/kit/event-definition';

/** An opened value and its salt, as the vault keeps them. A person's are encrypted under her key. */
export interface Opening {
  readonly path: string;
  /** 32 bytes: which opening of this path the entry names. */
  readonly commitment: Buffer;
  /** The salt (32 bytes) followed by the JCS of the value in UTF-8; encrypted as a whole when `subject` is set. */
  readonly content: Buffer;
  readonly audience: Audience;
  /** Whose key encrypts it; null for an office's words. */
  readonly subject: string | null;
}

/** An entry complete before any lock: its bytes name its stream, revision and date. */
export interface EntryToAppend {
  readonly id: string;
  readonly type: string;
  readonly visibility: VisibilityEffect | null;
  /** `YYYY-MM-DDThh:mm:ssZ`, as in the bytes. */
  readonly at: string;
  readonly bytes: Buffer;
  readonly openings: readonly Opening[];
}

/** A key minted with this append: kept only if the append is. */
export interface KeyToMint {
  readonly subject: string;
  readonly key: Buffer;
}

export interface Append {
  readonly stream: string;
  /** Revision the stream must have; 0 (`NO_STREAM`) when it must not exist. */
  readonly expected: number;
  readonly entries: readonly EntryToAppend[];
  readonly mint?: KeyToMint;
  /** Correlation ids: beside the entry, outside the hash. */
  readonly correlation?: string;
}

export const NO_STREAM = 0;

export interface StoredEntry {
  readonly index: number;
  readonly id: string;
  readonly stream: string;
  readonly rev: number;
  readonly type: string;
  readonly bytes: Buffer;
}

export type AppendResult =
  /** Entries and openings are durable. `size` includes them. */
  | { readonly status: 'ok'; readonly revision: number; readonly size: number; readonly firstIndex: number }
  /** The stream has another revision; nothing was written. */
  | { readonly status: 'conflict'; readonly revision: number }
  /** All ids are already stored, in this stream and with these types; nothing was written. */
  | { readonly status: 'duplicate'; readonly stored: readonly StoredEntry[] }
  /** Some id is already stored elsewhere, or with another type; nothing was written. */
  | { readonly status: 'reusedId'; readonly id: string }
  /** The subject's key was erased: her words can no longer be kept; nothing was written. */
  | { readonly status: 'erased'; readonly subject: string }
  /** Stored, not yet in the log (EventStoreDB). */
  | { readonly status: 'pending' };

export interface Batch {
  readonly entries: readonly StoredEntry[];
  /** Size up to and including the last entry. */
  readonly size: number;
}

/** The store cannot take more now; nothing was written. HTTP 503. */
export class StoreBusy extends ExplainedError {
  constructor(readonly reason: string) {
    super('register.busy', 'busy', {
      fr: 'Le registre ne peut pas enregistrer pour le moment. Rien n’a été écrit ; recommencez dans quelques secondes.',
      en: `The register takes no more entries for the moment (${reason}). Nothing was written; try again in a few seconds.`,
    });
  }
}

/** It is not known whether the append was written; asking again with the same ids tells. HTTP 503. */
export class AppendUncertain extends ExplainedError {
  constructor(cause: unknown) {
    super(
      'register.uncertain',
      'busy',
      {
        fr: 'Le registre n’a pas confirmé l’enregistrement. Recommencez avec la même clé d’idempotence : rien ne sera enregistré deux fois.',
        en: 'The register did not confirm the record. Try again with the same idempotency key: nothing will be recorded twice.',
      },
      { cause },
    );
  }
}

export abstract class EventStore {
  abstract append(append: Append): Promise<AppendResult>;
  /**
   * Entries of one stream in order, after revision `after` (absent: from the first), up to and including `upTo`. Empty
   * when there is no such stream.
   */
  abstract readStream(stream: string, upTo?: number, after?: number): Promise<readonly StoredEntry[]>;
  /**
   * Entries of these streams with index < `size`, in the order of the log. It reads the log alone: an engine beside it
   * is not asked, and may be away.
   */
  abstract readLogged(streams: readonly string[], size: number): Promise<readonly StoredEntry[]>;
  /** Entries with index ≥ `after`, complete and in order, at most `limit`. */
  abstract readAll(after: number, limit: number): Promise<readonly StoredEntry[]>;
  abstract size(): Promise<number>;
  /** Yields batches for ever, first what is there, then what comes, until the signal is aborted. */
  abstract subscribe(after: number, signal: AbortSignal): AsyncIterable<Batch>;
}

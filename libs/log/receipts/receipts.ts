import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { EntryProof, LogProofs } from '../checkpoints/log-proofs';
import type { StoredEntry } from '../event-store/event-store.port';
import { leafHash } from '../transparency/leaf-hash';
import type { EntryReceipt } from './entry-receipt';
import { findEntry, type EntryReference } from './find-entry';
import type { PromiseSigner } from './promise-signer';

/** Milliseconds. A checkpoint is signed about once a second: a reader waits for it rather than come back. */
const PATIENCE = 3_000;
const BETWEEN_LOOKS = 200;
/** Of an entry older than this, the checkpoint is no longer a matter of moments. */
const RECENT = 60_000;

/** Receipts of any entry, whichever engine keeps the events: the log itself always stands in PostgreSQL. */
export class Receipts {
  constructor(
    private readonly pool: Pool,
    private readonly proofs: LogProofs,
    readonly promises: PromiseSigner,
  ) {}

  /** Null when it is not in the log, or not yet. */
  entry(reference: EntryReference): Promise<StoredEntry | null> {
    return findEntry(this.pool, reference);
  }

  /** All keys that promises were ever signed with, the oldest first. */
  async promiseKeys(): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ vkey: string }>(
      'SELECT vkey FROM log.promise_key ORDER BY added_at, vkey',
    );
    return rows.map(({ vkey }) => vkey);
  }

  /** Names of the witnesses that are asked to confirm. */
  get witnesses(): readonly string[] {
    return this.proofs.policy?.witnesses.map(({ name }) => name) ?? [];
  }

  /**
   * As it stands now. Waits a few seconds for the first checkpoint of what has only just been recorded.
   * @returns null when there is no such entry, or not yet
   */
  find(reference: EntryReference): Promise<EntryReceipt | null> {
    return this.look(reference, (index, at) => this.proofInAMoment(index, at));
  }

  /** As `find`, without waiting. */
  now(reference: EntryReference): Promise<EntryReceipt | null> {
    return this.look(reference, (index) => this.proofs.proofFor(index));
  }

  /** With the promise alone. */
  promised(reference: EntryReference): Promise<EntryReceipt | null> {
    return this.look(reference, () => Promise.resolve(null));
  }

  private async look(
    reference: EntryReference,
    prove: (index: number, recordedAt: string) => Promise<EntryProof | null>,
  ): Promise<EntryReceipt | null> {
    const entry = await this.entry(reference);
    if (!entry) return null;
    const leaf = leafHash(entry.bytes);
    const promise = this.promises.promise(entry, leaf);
    const proof = await prove(entry.index, promise.acceptedAt);
    return { entry, leaf, promise, proof, stampedAt: proof && (await this.stampedAt(entry.index)) };
  }

  private async proofInAMoment(index: number, recordedAt: string): Promise<EntryProof | null> {
    const until = Date.now() - Date.parse(recordedAt) < RECENT ? Date.now() + PATIENCE : 0;
    for (;;) {
      const proof = await this.proofs.proofFor(index);
      if (proof || Date.now() >= until) return proof;
      await pause(BETWEEN_LOOKS);
    }
  }

  private async stampedAt(index: number): Promise<Date | null> {
    const { rows } = await this.pool.query<{ at: Date | null }>(
      'SELECT min(at) AS at FROM log.timestamp_token WHERE size > $1',
      [index],
    );
    return rows[0]!.at;
  }
}

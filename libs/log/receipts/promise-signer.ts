import type { Pool } from 'pg';
import type { KeyFile } from '../checkpoints/key-file';
import type { StoredEntry } from '../event-store/event-store.port';
import { inTransaction } from '../projections/transaction';
import { parseEntry } from '../transparency/entry';
import { formatVkey, type SigningKey } from '../transparency/keys';
import { type InclusionPromise, signPromise } from '../transparency/promise';

/** Within how long a checkpoint is promised, in milliseconds: a day leaves people the time to repair what broke. */
const WITHIN = 24 * 3_600_000;

const instant = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;

export interface SignedPromise extends InclusionPromise {
  readonly note: string;
}

/**
 * Promises that an entry will be in the log (04 §1.12). The same entry is always promised in the same words: asked again,
 * nothing is promised anew.
 */
export class PromiseSigner {
  private constructor(
    private readonly origin: string,
    private readonly key: SigningKey,
  ) {}

  /**
   * @param keys of a file of their own, named `promiseKeyName(origin)`. The first is made when there is none: several
   *   machines may each have their own, and who has lost one goes on with another. All are announced.
   */
  static async open(pool: Pool, origin: string, keys: KeyFile): Promise<PromiseSigner> {
    const key = await inTransaction(pool, async (client) => {
      // Of two programs that begin at the same moment, one makes it.
      await client.query(`SELECT pg_advisory_xact_lock(hashtext('promise key'))`);
      const kept = (await keys.read()).at(-1) ?? (await keys.add());
      await client.query('SELECT log.add_promise_key($1)', [formatVkey(kept)]);
      return kept;
    });
    return new PromiseSigner(origin, key);
  }

  /** What the signatures are verified with. */
  get vkey(): string {
    return formatVkey(this.key);
  }

  /** @param leaf its hash, 32 bytes */
  promise(entry: Pick<StoredEntry, 'id' | 'bytes'>, leaf: Buffer): SignedPromise {
    const acceptedAt = parseEntry(entry.bytes).at;
    const includedBy = instant(Date.parse(acceptedAt) + WITHIN);
    const promise = { origin: this.origin, event: entry.id, leaf, acceptedAt, includedBy };
    return { ...promise, note: signPromise(promise, this.key) };
  }
}

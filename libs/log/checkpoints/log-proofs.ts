import type { Pool } from 'pg';
import { openCheckpoint, type SignedCheckpoint } from '../transparency/checkpoint';
import { confirmedBy, isWitnessed, type Policy } from '../transparency/policy';
import { inclusionPath } from '../transparency/proofs';
import { cosignedNote, firstCovering, type KeptCheckpoint, lastPublished } from './kept-checkpoints';
import { readAnnouncedKeys } from './signing-keys';
import { StoredTiles } from './stored-tree';

/** How far others vouch for a checkpoint. */
export interface Confirmation {
  /** `recorded`: the log has signed it. `confirmed`: as many witnesses as the policy asks for have cosigned it. */
  readonly state: 'recorded' | 'confirmed';
  /** Names of the witnesses that have, in the order of the policy. */
  readonly by: readonly string[];
  /** How many witnesses are asked. */
  readonly of: number;
}

export interface PublishedCheckpoint {
  readonly size: number;
  /** 32 bytes. */
  readonly root: Buffer;
  /** With all cosignatures there are. */
  readonly note: string;
  readonly signedAt: Date;
  readonly confirmation: Confirmation;
}

/** That an entry is in the register, for anybody to verify. */
export interface EntryProof {
  readonly index: number;
  /** Leaf hash, 32 bytes. */
  readonly leaf: Buffer;
  /** From the leaf's sibling up. */
  readonly path: readonly Buffer[];
  readonly checkpoint: PublishedCheckpoint;
}

/** What may be shown and handed out of the signed log. */
export class LogProofs {
  private readonly tiles: StoredTiles;

  /** @param policy whose witnesses are asked; null when none are */
  constructor(
    private readonly pool: Pool,
    readonly policy: Policy | null,
  ) {
    this.tiles = new StoredTiles(pool);
  }

  /** Null as long as no published checkpoint includes the entry. @param index from 0 */
  async proofFor(index: number): Promise<EntryProof | null> {
    const checkpoint = await this.covering(index);
    if (!checkpoint) return null;
    const { rows } = await this.pool.query<{ leaf: Buffer }>('SELECT leaf FROM log.event WHERE idx = $1', [index]);
    const path = await inclusionPath(this.tiles.nodes(checkpoint.size), index, checkpoint.size);
    return { index, leaf: rows[0]!.leaf, path, checkpoint };
  }

  /** The largest; null before the first. */
  async published(): Promise<PublishedCheckpoint | null> {
    const kept = await lastPublished(this.pool);
    return kept && this.publish(kept);
  }

  /**
   * The first one, by which the entry was vouched for the longest ago; as long as the witnesses have not come to it, the
   * last one, which they may have confirmed.
   */
  private async covering(index: number): Promise<PublishedCheckpoint | null> {
    const first = await firstCovering(this.pool, index);
    if (!first) return null;
    const checkpoint = await this.publish(first);
    if (checkpoint.confirmation.state === 'confirmed' || !this.policy) return checkpoint;
    const confirmed = await this.firstConfirmed(index);
    return confirmed ?? checkpoint;
  }

  /** The first one that the witnesses have come to after an entry. */
  private async firstConfirmed(index: number): Promise<PublishedCheckpoint | null> {
    const { rows } = await this.pool.query<{ size: number }>(
      `SELECT DISTINCT size::float8 AS size FROM log.cosignature WHERE size > $1 ORDER BY 1 LIMIT 20`,
      [index],
    );
    for (const { size } of rows) {
      const kept = await firstCovering(this.pool, size - 1);
      if (kept?.size !== size) continue;
      const checkpoint = await this.publish(kept);
      if (checkpoint.confirmation.state === 'confirmed') return checkpoint;
    }
    return null;
  }

  private async publish(kept: KeptCheckpoint): Promise<PublishedCheckpoint> {
    const note = await cosignedNote(this.pool, kept);
    const { size, root, signedAt } = kept;
    return { size, root, note, signedAt, confirmation: await this.confirmationOf(note) };
  }

  private async confirmationOf(note: string): Promise<Confirmation> {
    if (!this.policy) return { state: 'recorded', by: [], of: 0 };
    const { witnesses } = this.policy;
    const opened = await this.open(note);
    const by = confirmedBy(this.policy, opened).map(({ name }) => name);
    const confirmed = by.length > 0 && isWitnessed(this.policy, opened);
    return { state: confirmed ? 'confirmed' : 'recorded', by, of: witnesses.length };
  }

  private async open(note: string): Promise<SignedCheckpoint> {
    const witnesses = this.policy?.witnesses.map(({ key }) => key) ?? [];
    const opened = openCheckpoint(note, [...(await readAnnouncedKeys(this.pool)), ...witnesses]);
    if (!opened.ok) throw new Error(`the published checkpoint cannot be opened: ${opened.reason}`);
    return opened.checkpoint;
  }
}

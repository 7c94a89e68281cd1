import type { Pool } from 'pg';
import { inTransaction } from '../projections/transaction';
import { signCheckpoint } from '../transparency/checkpoint';
import { consistencyPath, verifyConsistency } from '../transparency/proofs';
import type { TreeHead } from '../transparency/tree-head';
import { raiseAlarm, readAlarms } from './alarms';
import { compareHead, readKept, readLogSize } from './compare-head';
import { LogDamaged } from './damage';
import type { KeyFile } from './key-file';
import { type KeptCheckpoint, lastSigned } from './kept-checkpoints';
import type { LockStore } from './lock-store.port';
import { readAnnouncedKeys, signersOf } from './signing-keys';
import { readIntegrated, StoredTiles } from './stored-tree';
import { verifyTree } from './verify-tree';

export interface CheckpointerSettings {
  readonly pool: Pool;
  readonly origin: string;
  readonly keys: KeyFile;
  readonly lockStore: LockStore;
  /** Whether missing entries come again by themselves, from an event store beside the database; default no. */
  readonly refills?: boolean;
  /** Milliseconds after which a checkpoint is published once more although nothing has come; default an hour. */
  readonly heartbeat?: number;
  /** Told after each step, before the next: a process may end at any of them. */
  readonly onStep?: (step: CheckpointStep) => void | Promise<void>;
}

/** In this order. */
export const CHECKPOINT_STEPS = ['verified', 'signed', 'kept', 'locked', 'published'] as const;
export type CheckpointStep = (typeof CHECKPOINT_STEPS)[number];

export type CheckpointPass =
  | { readonly status: 'published'; readonly head: TreeHead; readonly note: string }
  /** Everything is published. */
  | { readonly status: 'current' }
  /** The tree has not grown yet to what was signed; or another program has locked a checkpoint meanwhile. */
  | { readonly status: 'later' }
  /** An alarm stands. */
  | { readonly status: 'stopped' };

const HOUR = 3_600_000;

/**
 * Signs what the tree has grown to, in steps of which each may be the last one of a process: what was published is in the
 * lock store, and what is in the lock store is committed. A step that was taken is found and gone on from.
 */
export class Checkpointer {
  constructor(private readonly settings: CheckpointerSettings) {}

  /**
   * @throws LogDamaged, after its alarm was raised: nothing more is signed, by any program, until it is ended
   * @throws CannotSign
   */
  async pass(): Promise<CheckpointPass> {
    if ((await readAlarms(this.settings.pool)).length > 0) return { status: 'stopped' };
    try {
      return await this.work();
    } catch (error) {
      if (error instanceof LogDamaged) await raiseAlarm(this.settings.pool, error.kind, error.message);
      throw error;
    }
  }

  private async work(): Promise<CheckpointPass> {
    const { pool, lockStore, heartbeat = HOUR } = this.settings;
    // The lock store first: what is locked is committed, so that the database read after it has at least as much.
    const locked = await lockStore.read();
    const last = await lastSigned(pool);
    const tree = await readIntegrated(pool);
    if (last && last.size > tree.size) return this.untilGrown(last);
    const due = last?.publishedAt == null || Date.now() - last.publishedAt.getTime() >= heartbeat;
    if (!due && tree.size === last.size && locked?.note === last.note) return { status: 'current' };

    if (locked && (await this.compareLocked(locked.note)) === 'later') return { status: 'later' };
    await this.verify(last, tree);
    await this.took('verified');
    const note = tree.size === last?.size ? last.note : await this.sign(tree);
    if (locked?.note !== note && !(await lockStore.swap(locked?.version ?? null, note))) return { status: 'later' };
    await this.took('locked');
    await pool.query('SELECT log.publish_checkpoint($1)', [tree.size]);
    await this.took('published');
    return { status: 'published', head: tree, note };
  }

  /** The tree is made again after a restore. @throws LogDamaged when the log has not as many entries */
  private async untilGrown({ size }: KeptCheckpoint): Promise<CheckpointPass> {
    const entries = await readLogSize(this.settings.pool);
    if (size > entries && !this.settings.refills)
      throw new LogDamaged('behind', `a checkpoint of ${size} entries was signed, and the log has ${entries}`);
    return { status: 'later' };
  }

  private async compareLocked(note: string): Promise<'prefix' | 'later'> {
    const { pool, origin, lockStore, refills = false } = this.settings;
    const where = lockStore.place;
    return compareHead(pool, readKept(note, { origin, keys: await readAnnouncedKeys(pool), where }), where, refills);
  }

  /** Makes the tree again from the last signature on, and proves that it begins with what was signed. */
  private async verify(last: KeptCheckpoint | null, tree: TreeHead): Promise<void> {
    const { pool } = this.settings;
    const { before, after } = await verifyTree(pool, last?.size ?? 0, tree.size);
    if (last && !before.root.equals(last.root))
      throw new LogDamaged('fork', `the first ${last.size} entries are not those that were signed`);
    if (!after.root.equals(tree.root))
      throw new LogDamaged('tile', `the tree of ${tree.size} entries has not the root it had when it was made`);
    if (!last) return;
    const path = await consistencyPath(new StoredTiles(pool).nodes(tree.size), last.size, tree.size);
    if (!verifyConsistency(last, tree, path))
      throw new LogDamaged(
        'fork',
        `no proof leads from the checkpoint of ${last.size} entries to that of ${tree.size}`,
      );
  }

  private async sign(tree: TreeHead): Promise<string> {
    const { pool, origin, keys } = this.settings;
    const note = signCheckpoint({ ...tree, origin }, await signersOf(pool, keys));
    await this.took('signed');
    const kept = await keep(pool, tree, note);
    if (kept === null) throw new LogDamaged('fork', `another checkpoint of ${tree.size} entries was signed`);
    await this.took('kept');
    return kept;
  }

  private async took(step: CheckpointStep): Promise<void> {
    await this.settings.onStep?.(step);
  }
}

/**
 * On the disk when it resolves, and with it every entry before it, however the server is set up: whoever is shown the
 * checkpoint holds this register to it.
 */
function keep(pool: Pool, { size, root }: TreeHead, note: string): Promise<string | null> {
  return inTransaction(pool, async (client) => {
    await client.query(
      `SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'`,
    );
    const { rows } = await client.query<{ note: string | null }>('SELECT log.keep_checkpoint($1, $2, $3) AS note', [
      size,
      root,
      note,
    ]);
    return rows[0]!.note;
  });
}

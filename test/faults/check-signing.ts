/** What must hold of the tree and of what was signed, after any crash: I1 to I5 of docs/explanation/the-signed-log.md. */
import { readAlarms } from '@fil/log/checkpoints/alarms';
import { auditTree } from '@fil/log/checkpoints/audit-tree';
import { LogDamaged } from '@fil/log/checkpoints/damage';
import { lastPublished } from '@fil/log/checkpoints/kept-checkpoints';
import type { LockStore } from '@fil/log/checkpoints/lock-store.port';
import { readAnnouncedKeys } from '@fil/log/checkpoints/signing-keys';
import { openCheckpoint } from '@fil/log/transparency/checkpoint';
import { eventually } from '../e2e/eventually';
import type { CheckedRegister } from './check-log';

const PATIENCE = 60_000;

export interface CheckedSigning {
  /** Checkpoints that were ever signed. */
  readonly checkpoints: number;
  /** What is wrong; empty when nothing is. */
  readonly faults: readonly string[];
}

/** To be called when nothing more is recorded. */
export async function checkSigning({ pool, store }: CheckedRegister, lockStore: LockStore): Promise<CheckedSigning> {
  const faults = (await readAlarms(pool)).map(({ kind, detail }) => `alarm ${kind}: ${detail}`);
  if (faults.length > 0) return { checkpoints: 0, faults };
  const size = await store.size();
  await eventually('a checkpoint of everything', async () => (await lastPublished(pool))?.size === size, PATIENCE);
  // I1 to I4.
  const audited = await auditTree(pool).catch((error: unknown) => {
    if (!(error instanceof LogDamaged)) throw error;
    faults.push(error.message);
    return { size: 0, checkpoints: 0 };
  });
  if (audited.size !== size) faults.push(`the tree has ${audited.size} entries, the log ${size}`);
  const published = (await lastPublished(pool))!;
  const opened = openCheckpoint(published.note, await readAnnouncedKeys(pool));
  if (!opened.ok) faults.push(`the published checkpoint: ${opened.reason}`);
  // I5: what is published is locked, and what is locked is committed.
  const locked = await lockStore.read();
  if (locked?.note !== published.note) faults.push('the lock store has another checkpoint than the one published last');
  const { rows } = await pool.query<{ known: boolean }>(
    'SELECT EXISTS (SELECT FROM log.checkpoint WHERE note = $1) AS known',
    [locked?.note],
  );
  if (!rows[0]!.known) faults.push('the lock store has a checkpoint that was never kept');
  return { checkpoints: audited.checkpoints, faults };
}

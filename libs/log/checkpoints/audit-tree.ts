import type { Pool } from 'pg';
import type { KeptCheckpoint } from './kept-checkpoints';
import { LogDamaged } from './damage';
import { readIntegrated } from './stored-tree';
import { verifyTree } from './verify-tree';

export interface AuditedTree {
  readonly size: number;
  /** Checkpoints that were compared: all that were ever signed. */
  readonly checkpoints: number;
}

/** Sizes that are compared in one go. */
const AT_A_TIME = 500;

/**
 * Makes the whole tree again from the entries and compares it with every tile that is kept and every checkpoint that was
 * ever signed.
 *
 * @throws LogDamaged at the first that does not fit
 */
export async function auditTree(
  pool: Pool,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<AuditedTree> {
  const tree = await readIntegrated(pool);
  const told = (size: number): void => onProgress(size, tree.size);
  let verified = 0;
  let checkpoints = 0;
  for (let after = -1; ;) {
    const signed = await signedAfter(pool, after);
    const heads = new Map(signed.map(({ size, root }) => [size, root]));
    const last = signed.at(-1)?.size;
    const until = Math.min(signed.length < AT_A_TIME ? tree.size : last!, tree.size);
    const { after: head } = await verifyTree(pool, verified, until, { signed: heads, onProgress: told });
    checkpoints += signed.length;
    verified = until;
    if (last !== undefined) after = last;
    if (signed.length === AT_A_TIME) continue;
    if (last !== undefined && last > tree.size)
      throw new LogDamaged('behind', `a checkpoint of ${last} entries was signed, and the tree has ${tree.size}`);
    if (!head.root.equals(tree.root))
      throw new LogDamaged('tile', `the tree of ${tree.size} entries has not the root it had when it was made`);
    return { size: tree.size, checkpoints };
  }
}

async function signedAfter(pool: Pool, after: number): Promise<readonly Pick<KeptCheckpoint, 'size' | 'root'>[]> {
  const { rows } = await pool.query<Pick<KeptCheckpoint, 'size' | 'root'>>(
    `SELECT size::float8 AS size, root FROM log.checkpoint WHERE size > $1 ORDER BY size LIMIT ${AT_A_TIME}`,
    [after],
  );
  return rows;
}

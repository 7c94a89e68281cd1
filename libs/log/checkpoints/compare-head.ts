import type { Pool } from 'pg';
import { openCheckpoint, type SignedCheckpoint } from '../transparency/checkpoint';
import type { VerifierKey } from '../transparency/keys';
import { rootAt } from '../transparency/proofs';
import type { TreeHead } from '../transparency/tree-head';
import { CannotSign, LogDamaged } from './damage';
import { readIntegrated, StoredTiles } from './stored-tree';

/** Entries in the log. */
export async function readLogSize(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ size: number }>('SELECT size::float8 AS size FROM log.head');
  return rows[0]!.size;
}

/**
 * Whether this log begins with what was once signed of it.
 *
 * @param where it was found, for operators
 * @param refills whether entries that are missing come again by themselves, from an event store beside the database
 * @returns `later`: the tree has not grown that far yet
 * @throws LogDamaged when it does not, or when it is shorter
 */
export async function compareHead(
  pool: Pool,
  head: TreeHead,
  where: string,
  refills: boolean,
): Promise<'prefix' | 'later'> {
  const size = await readLogSize(pool);
  if (head.size > size && !refills)
    throw new LogDamaged('behind', `${where} has a checkpoint of ${head.size} entries, and the log has ${size}`);
  if (head.size > (await readIntegrated(pool)).size) return 'later';
  const root = await rootAt(new StoredTiles(pool).nodes(head.size), head.size);
  if (root.equals(head.root)) return 'prefix';
  throw new LogDamaged('fork', `the first ${head.size} entries are not those of the checkpoint that ${where} has`);
}

/**
 * Reads a checkpoint of this log that somebody has kept.
 *
 * @param keys of the log and of its witnesses
 * @throws LogDamaged when it is signed by none of these keys; CannotSign when it cannot be read
 */
export function readKept(
  note: string,
  { origin, keys, where }: { origin: string; keys: readonly VerifierKey[]; where: string },
): SignedCheckpoint {
  let opened;
  try {
    opened = openCheckpoint(note, keys);
  } catch (error) {
    throw new CannotSign(`${where} holds something that is not a checkpoint`, { cause: error });
  }
  if (opened.ok && opened.checkpoint.origin === origin) return opened.checkpoint;
  throw new LogDamaged('fork', `the checkpoint that ${where} has is not signed with a key of ${origin}`);
}

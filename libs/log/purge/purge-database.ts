/**
 * After an erasure the values are still in the files of PostgreSQL, where nobody who asks it finds them: here they are
 * taken out. Stopped anywhere, it goes on when it is run again.
 */
import type { Client } from 'pg';
import { takeLock, withOwner } from '../backup/owner-connection';
import { discardWal, type DiscardedWal } from './discard-wal';
import { PurgeHeldUp } from './purge-held-up';
import { rewriteStatistics, rewriteTable, tablesWithWords } from './rewrite-tables';
import { until, type Patience } from './until';

export interface DatabaseToPurge {
  readonly url: string;
  /** Size of the log up to which what was erased is to be gone. */
  readonly size: number;
  /** Whether the server is ours alone: its journal is discarded too. */
  readonly ourServer: boolean;
  readonly patience: Patience;
  readonly onTable?: (done: number, of: number) => void;
}

export interface PurgedDatabase {
  readonly tables: number;
  /** Of them, those that a purge before this one had done. */
  readonly doneBefore: number;
  /** Whether PostgreSQL's statistics could be written anew. */
  readonly statistics: boolean;
  /** Null on a server that is not ours. The purge has ended only when no file of it is kept. */
  readonly wal: DiscardedWal | null;
}

const PURGE_LOCK = '7046029254386363';

/** @throws PurgeHeldUp */
export const purgeDatabase = (asked: DatabaseToPurge): Promise<PurgedDatabase> =>
  withOwner(asked.url, 'writing', async (client) => {
    const { size, ourServer, patience, onTable } = asked;
    if (!(await takeLock(client, PURGE_LOCK))) throw new PurgeHeldUp('another', ANOTHER);
    await waitForViews(client, size, patience);
    const done = await begin(client, size);
    const tables = await tablesWithWords(client);
    for (const [n, table] of tables.entries()) {
      patience.signal?.throwIfAborted();
      if (done.has(table)) continue;
      await rewriteTable(client, table, patience);
      await client.query('UPDATE vault.purge SET tables = tables || $2::text WHERE size = $1', [size, table]);
      onTable?.(n + 1, tables.length);
    }
    const statistics = await rewriteStatistics(client, patience);
    const wal = ourServer ? await discardWal(client) : null;
    if (wal === null || wal.kept.length === 0)
      await client.query('UPDATE vault.purge SET ended_at = clock_timestamp() WHERE size = $1', [size]);
    return { tables: tables.length, doneBefore: tables.filter((table) => done.has(table)).length, statistics, wal };
  });

/** Words that were erased are in a read model until it has read so. */
async function waitForViews(client: Client, size: number, patience: Patience): Promise<void> {
  const behind = await until(async () => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%s (version %s)', name, version) AS name FROM (
         SELECT name, version, size FROM views.projection UNION ALL SELECT name, version, size FROM views_rebuild.projection
       ) AS p WHERE size < $1 ORDER BY 1`,
      [size],
    );
    return rows.length === 0 ? null : rows.map(({ name }) => name).join(', ');
  }, patience);
  if (behind === null) return;
  throw new PurgeHeldUp('viewsBehind', {
    fr: `Des vues n’ont pas encore lu l’effacement et contiennent encore les mots : ${behind}. Laissez le registre tourner (« npm start » ou « projector ») et relancez la commande. Une version ancienne se supprime avec « fil projections drop-old » ; une copie interrompue se termine avec « fil rebuild ».`,
    en: `Read models have not read the erasure yet and still hold the words: ${behind}. Let the register run ("npm start" or "projector") and run the command again. An earlier version is dropped with "fil projections drop-old"; a copy that was interrupted is ended with "fil rebuild".`,
  });
}

/** @returns the tables that an interrupted purge for the same erasures had done */
async function begin(client: Client, size: number): Promise<Set<string>> {
  const { rows } = await client.query<{ tables: string[] }>(
    `INSERT INTO vault.purge AS p (size) VALUES ($1)
     ON CONFLICT (size) DO UPDATE SET tables = CASE WHEN p.ended_at IS NULL THEN p.tables ELSE '{}' END, ended_at = NULL
     RETURNING tables`,
    [size],
  );
  return new Set(rows[0]!.tables);
}

const ANOTHER = {
  fr: 'Une purge est déjà en cours dans cette base.',
  en: 'A purge is under way in this database already.',
};

import type { Pool } from 'pg';
import type { StoredEntry } from '../event-store.port';
import { ENTRY_TEXT, type EntryRow, toStoredEntry } from '../postgres/stored-entry-row';

/**
 * What the log has of a stream, after a revision and up to another, and how many events of it in EventStoreDB it has
 * passed over. One statement: the two together say where in EventStoreDB the rest begins.
 */
export async function readLoggedStream(
  pool: Pool,
  stream: string,
  upTo: number,
  after = 0,
): Promise<{ readonly logged: readonly StoredEntry[]; readonly passed: number }> {
  const { rows } = await pool.query<[passed: string, ...EntryRow]>({
    name: 'logged-stream',
    text: `SELECT p.passed, ${ENTRY_TEXT} FROM (SELECT count(*) AS passed FROM log.passed_over WHERE stream = $1) p
      LEFT JOIN log.event ON stream = $1 AND rev > $3 AND rev <= $2 ORDER BY rev`,
    values: [stream, Math.min(upTo, MOST_REVISIONS), after],
    rowMode: 'array',
  });
  const passed = Number(rows[0]![0]);
  // One row without an entry when there is none.
  const logged = rows.flatMap(([, text]) => (text === '' ? [] : [toStoredEntry([text])]));
  return { logged, passed };
}

const MOST_REVISIONS = 0x7fff_ffff;

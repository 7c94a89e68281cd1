import type { Pool } from 'pg';
import type { StoredEntry } from '../event-store/event-store.port';
import { ENTRY_TEXT, type EntryRow, toStoredEntry } from '../event-store/postgres/stored-entry-row';
import { fingerprint, type Locator } from '../transparency/fingerprint';
import { leafHash } from '../transparency/leaf-hash';

/** How one entry is named: by its event, by its place in the log, from 0, or by its locator. */
export type EntryReference = { readonly event: string } | { readonly index: number } | Locator;

/** Null when it is not in the log, or not yet; by a locator also when its letters are those of another entry. */
export async function findEntry(pool: Pool, reference: EntryReference): Promise<StoredEntry | null> {
  const [column, value] = 'event' in reference ? ['id', reference.event] : ['idx', reference.index];
  const { rows } = await pool.query<EntryRow>({
    name: `entry-by-${column}`,
    text: `SELECT ${ENTRY_TEXT} FROM log.event WHERE ${column} = $1`,
    values: [value],
    rowMode: 'array',
  });
  const entry = rows[0] ? toStoredEntry(rows[0]) : null;
  return entry && 'letters' in reference && !hasLetters(entry, reference.letters) ? null : entry;
}

const hasLetters = ({ bytes }: StoredEntry, letters: string): boolean =>
  fingerprint(leafHash(bytes)).replaceAll('-', '').startsWith(letters);

import type { StoredEntry } from '../event-store.port';

/** Columns of a stored entry, for reading with `rowMode: 'array'`. */
export const ENTRY_COLUMNS = 'idx, id, stream, rev, type, entry';
export type EntryRow = [idx: string, id: string, stream: string, rev: number, type: string, entry: Buffer];

export const toStoredEntry = ([idx, id, stream, rev, type, bytes]: EntryRow): StoredEntry => ({
  index: Number(idx),
  id,
  stream,
  rev,
  type,
  bytes,
});

import type { StoredEntry } from '../event-store.port';

/**
 * A stored entry as one text column, for reading with `rowMode: 'array'`: node-pg's cost is per column, and bytea comes
 * in hexadecimal at twice the length. Exact, because only UTF-8 without NUL is ever stored (see check-append.ts).
 */
export const ENTRY_TEXT = `concat_ws(E'\\n', idx, rev, id, stream, type, convert_from(entry, 'UTF8'))`;
export type EntryRow = [text: string];

export function toStoredEntry([text]: EntryRow): StoredEntry {
  const afterIndex = text.indexOf('\n');
  const afterRev = text.indexOf('\n', afterIndex + 1);
  const afterId = text.indexOf('\n', afterRev + 1);
  const afterStream = text.indexOf('\n', afterId + 1);
  const afterType = text.indexOf('\n', afterStream + 1);
  return {
    index: Number(text.slice(0, afterIndex)),
    rev: Number(text.slice(afterIndex + 1, afterRev)),
    id: text.slice(afterRev + 1, afterId),
    stream: text.slice(afterId + 1, afterStream),
    type: text.slice(afterStream + 1, afterType),
    bytes: Buffer.from(text.slice(afterType + 1)),
  };
}

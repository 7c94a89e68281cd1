/** One call of `log.append` for a batch: its parameters and its answer. */
import { subjectsOf } from '../check-append';
import type { Append } from '../event-store.port';
import { byteaArray, int4Array, int8Array, textArray, uuidArray } from './binary-arrays';
import { packOpenings } from './openings-sheet';

export const APPEND_CALL = `SELECT first_index::text, size::text, leaves, statuses, revisions, details
  FROM log.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

export interface AppendAnswer {
  readonly first_index: string;
  readonly size: string;
  /** Leaf hashes of what was written, one after the other; null when nothing was. */
  readonly leaves: Buffer | null;
  /** One character per append (see the migration); null when all are ok. */
  readonly statuses: string | null;
  /** Revisions the streams had, separated by commas. */
  readonly revisions: string | null;
  readonly details: readonly (string | null)[] | null;
}

export function appendParameters(batch: readonly Append[]): (Buffer | string)[] {
  const ofEntry: number[] = [];
  const ids: string[] = [];
  const revisions: number[] = [];
  const types: string[] = [];
  const instants: number[] = [];
  const entries: Buffer[] = [];
  const sheets: (Buffer | null)[] = [];
  const ofSubject: number[] = [];
  const subjects: string[] = [];
  const keys: (Buffer | null)[] = [];
  let visibility = '';
  batch.forEach((append, n) => {
    let revision = append.expected;
    for (const entry of append.entries) {
      ofEntry.push(n + 1);
      ids.push(entry.id);
      revisions.push(++revision);
      types.push(entry.type);
      instants.push(Date.parse(entry.at) / 1000);
      visibility += entry.visibility === null ? '-' : entry.visibility[0];
      entries.push(entry.bytes);
      sheets.push(entry.openings.length > 0 ? packOpenings(entry.openings) : null);
    }
    for (const subject of subjectsOf(append)) {
      ofSubject.push(n + 1);
      subjects.push(subject);
      keys.push(append.mint?.subject === subject ? append.mint.key : null);
    }
  });
  return [
    textArray(batch.map(({ stream }) => stream)),
    int4Array(batch.map(({ expected }) => expected)),
    int4Array(batch.map((append) => append.entries.length)),
    textArray(batch.map(({ correlation }) => correlation ?? null)),
    int4Array(ofEntry),
    uuidArray(ids),
    int4Array(revisions),
    textArray(types),
    int8Array(instants),
    visibility,
    byteaArray(entries),
    byteaArray(sheets),
    int4Array(ofSubject),
    textArray(subjects),
    byteaArray(keys),
  ];
}

/**
 * Several registers may keep their events in one EventStoreDB. An entry names its log: one that names another, in a
 * stream this register knows nothing of, is not for this log, and no misfit either.
 */
import type { ClientBase } from 'pg';
import { isObjectId } from '@fil/facts/kit/aggregates';
import { parseEntry } from '../../transparency/entry';
import { textArray } from '../postgres/binary-arrays';
import type { KeptEvent } from './kept-event';

type Database = Pick<ClientBase, 'query'>;

/** Null where there is no register, as in a test of the store alone: then every event is looked at as ours. */
export async function readOrigin(database: Database): Promise<string | null> {
  const { rows } = await database.query<{ origin: string }>('SELECT origin FROM log.register');
  return rows[0]?.origin ?? null;
}

/** What may be ours of these events, in their order. */
export async function withoutOthers<E extends KeptEvent>(
  database: Database,
  origin: string | null,
  events: readonly E[],
): Promise<readonly E[]> {
  if (origin === null) return events;
  const ours = Buffer.from(`"log":${JSON.stringify(origin)}`);
  const others = events.filter((event) => event.bytes !== null && !event.bytes.includes(ours) && isEntry(event));
  if (others.length === 0) return events;
  const known = await knownStreams(database, [...new Set(others.map(({ stream }) => stream))]);
  const passed = new Set<KeptEvent>(others.filter(({ stream }) => !known.has(stream)));
  return events.filter((event) => !passed.has(event));
}

/** Whether it is an entry of some log, at its place. */
function isEntry({ id, stream, type, bytes }: KeptEvent): boolean {
  if (!isObjectId(stream)) return false;
  try {
    const entry = parseEntry(bytes!);
    return typeof entry.log === 'string' && entry.id === id && entry.stream === stream && entry.type === type;
  } catch {
    return false;
  }
}

async function knownStreams(database: Database, streams: readonly string[]): Promise<Set<string>> {
  const { rows } = await database.query<{ stream: string }>(
    `SELECT stream FROM unnest($1::text[]) AS s(stream)
     WHERE EXISTS (SELECT FROM log.event e WHERE e.stream = s.stream)
       OR EXISTS (SELECT FROM vault.attempt a WHERE a.stream = s.stream)`,
    [textArray(streams)],
  );
  return new Set(rows.map(({ stream }) => stream));
}

import type { Actor } from '@fil/facts/kit/actor';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { parisDay } from '@fil/facts/dates/paris-day';
import { CONCEALED_DATA, parseEntry, type Entry } from '../transparency/entry';
import type { StoredEntry } from './event-store.port';

/** An event of the log in its current version: facts in clear, commitments for the rest. */
export interface RecordedEvent<D = Readonly<Record<string, unknown>>> {
  readonly index: number;
  readonly id: string;
  readonly type: string;
  /** The type in the entry, when that is an earlier version of `type`; `sealed` then has the paths of that version. */
  readonly recordedAs?: string;
  readonly stream: string;
  readonly rev: number;
  readonly at: string;
  /** As recorded; null means the day of `at` in Paris: see `happenedOn`. */
  readonly occurredOn: string | null;
  readonly cause: string | null;
  readonly actor: Actor;
  readonly data: D;
  /** Path → base64 commitment, as recorded. */
  readonly sealed: Readonly<Record<string, string>>;
}

/**
 * The one way from a stored entry to an event: deciders, projections, processes and exports only meet current versions.
 * The facts of an object that is not public are sealed: those, the vault brings up to date when it opens them.
 *
 * @throws when the type is unknown, or a version later than this release knows
 */
export const toRecordedEvent = (stored: StoredEntry): RecordedEvent => recordedEvent(parseEntry(stored.bytes), stored);

/** @param place where the entry stands, and what the store says it is. @throws as `toRecordedEvent` */
export function recordedEvent(
  { at, occurredOn, cause, actor, data, sealed }: Entry,
  { index, id, type, stream, rev }: Omit<StoredEntry, 'bytes'>,
): RecordedEvent {
  const event = { index, id, type, stream, rev, at, occurredOn, cause, actor: actor as Actor, data, sealed };
  const reading = EVENT_SCHEMA.readingOf(type);
  if (reading.recorded === reading.current) return event;
  return {
    ...event,
    type: reading.current.type,
    recordedAs: type,
    data: CONCEALED_DATA in sealed ? data : reading.facts(data),
  };
}

/** When it happened: the stated date, else the day in Paris it was written. */
export const happenedOn = (event: Pick<RecordedEvent, 'occurredOn' | 'at'>): string =>
  event.occurredOn ?? parisDay(event.at);

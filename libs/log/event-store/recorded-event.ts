import type { Actor } from '@fil/facts/kit/actor';
import { parisDay } from '@fil/facts/dates/paris-day';
import { parseEntry } from '../transparency/entry';
import type { StoredEntry } from './event-store.port';

/** An event as it stands in the log: facts in clear, commitments for the rest. */
export interface RecordedEvent<D = Readonly<Record<string, unknown>>> {
  readonly index: number;
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly rev: number;
  readonly at: string;
  /** As recorded; null means the day of `at` in Paris: see `happenedOn`. */
  readonly occurredOn: string | null;
  readonly cause: string | null;
  readonly actor: Actor;
  readonly data: D;
  /** Path → base64 commitment. */
  readonly sealed: Readonly<Record<string, string>>;
}

export function toRecordedEvent(stored: StoredEntry): RecordedEvent {
  const { at, occurredOn, cause, actor, data, sealed } = parseEntry(stored.bytes);
  const { index, id, type, stream, rev } = stored;
  return { index, id, type, stream, rev, at, occurredOn, cause, actor: actor as Actor, data, sealed };
}

/** When it happened: the stated date, else the day in Paris it was written. */
export const happenedOn = (event: Pick<RecordedEvent, 'occurredOn' | 'at'>): string =>
  event.occurredOn ?? parisDay(event.at);

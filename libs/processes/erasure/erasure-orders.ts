import type { Pool } from 'pg';
import { erasureCarriedOut, erasureOrdered } from '@fil/facts/events/erasure.events';
import type { DataOf } from '@fil/facts/kit/event-definition';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import { ENTRY_TEXT, type EntryRow, toStoredEntry } from '@fil/log/event-store/postgres/stored-entry-row';
import type { Erasable } from '@fil/log/health/entries/examine-openings';
import { subjectOf } from '@fil/record/deciding/subject-of';

/** An order of erasure, and whether it was carried out. */
export interface ErasureOrder {
  readonly stream: string;
  /** When it was given. */
  readonly at: Date;
  readonly fields: readonly { readonly event: string; readonly path: string }[];
  /** Whose key is to be destroyed; null: only these fields. */
  readonly subject: string | null;
  readonly carriedOut: boolean;
}

export interface ErasureOrders {
  readonly orders: readonly ErasureOrder[];
  /** Streams of which an entry cannot be read: what they order is not known. */
  readonly unreadable: readonly string[];
  /** Size of the log up to the last that was carried out; 0 when none was. */
  readonly carriedOutBy: number;
}

/** Every order in the log. */
export async function readErasureOrders(pool: Pick<Pool, 'query'>): Promise<ErasureOrders> {
  const { rows } = await pool.query<EntryRow>({
    text: `SELECT ${ENTRY_TEXT} FROM log.event WHERE starts_with(stream, 'erasure-') ORDER BY stream, rev`,
    rowMode: 'array',
  });
  const unreadable = new Set<string>();
  const events = rows.map(toStoredEntry).flatMap((stored) => {
    try {
      return [toRecordedEvent(stored)];
    } catch {
      unreadable.add(stored.stream);
      return [];
    }
  });
  const done = events.filter(({ type }) => type === erasureCarriedOut.type);
  const carriedOut = new Set(done.map(({ stream }) => stream));
  const orders = events
    .filter(({ type }) => type === erasureOrdered.type)
    .map(({ stream, at, data }) => {
      const { target, fields, wholeSubject } = data as DataOf<typeof erasureOrdered>;
      return {
        stream,
        at: new Date(at),
        fields,
        subject: wholeSubject ? subjectOf(target) : null,
        carriedOut: carriedOut.has(stream),
      };
    });
  return { orders, unreadable: [...unreadable], carriedOutBy: Math.max(0, ...done.map(({ index }) => index + 1)) };
}

/** What they take away, or are about to. */
export function erasableBy(orders: readonly ErasureOrder[]): Erasable {
  const fields = new Set(orders.flatMap((order) => order.fields.map(({ event, path }) => `${event} ${path}`)));
  const subjects = new Set(orders.map(({ subject }) => subject));
  return { field: (event, path) => fields.has(`${event} ${path}`), subject: (subject) => subjects.has(subject) };
}

/** From a batch of events to the rows that change: pure, once the rows' states and the streams to feed again are there. */
import { isCorrection } from '@fil/facts/events/about-entries';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import type { EventSchema } from '@fil/facts/kit/event-schema';
import type { OpenedEvent } from '../vault/vault';
import { EventFault } from './faults';
import type { Fold } from './projection';

/** What is known of an object's row. */
export interface LoadedRow {
  readonly openedAt: number;
  readonly state: unknown;
}

export interface ChangedObject<S = unknown> {
  readonly stream: string;
  readonly openedAt: number;
  /** Undefined when its rows are made anew. */
  readonly before: S | undefined;
  /** Null: its rows go. */
  readonly after: S | null;
}

/**
 * Objects whose words may have become other than those that were read before, each with the index of the last event
 * that says so: it opened or closed its object, or ordered or carried out an erasure in another one.
 */
export function reopenedBy(events: readonly OpenedEvent[], schema: EventSchema): ReadonlyMap<string, number> {
  const reopened = new Map<string, number>();
  for (const event of events) {
    const { visibility, refeeds } = schema.definitionOf(event.type);
    if (visibility) reopened.set(event.stream, event.index);
    const target = refeeds === null ? undefined : event.data[refeeds];
    if (typeof target === 'string') reopened.set(target, event.index);
  }
  return reopened;
}

/** Objects of which an entry is corrected: what was made of the wrong value is made again. */
export const correctedIn = (events: readonly OpenedEvent[]): ReadonlySet<string> =>
  new Set(events.filter(({ type }) => isCorrection(type)).map(({ stream }) => stream));

/** Objects whose first event is in the batch: there is nothing of them to load. */
export const begunIn = (events: readonly OpenedEvent[]): ReadonlySet<string> =>
  new Set(events.filter(({ rev }) => rev === 1).map(({ stream }) => stream));

/** The events of a batch that a fold looks at, by object. */
export function eventsByStream(fold: Fold, events: readonly OpenedEvent[]): Map<string, OpenedEvent[]> {
  const byStream = new Map<string, OpenedEvent[]>();
  const prefix = `${fold.aggregate}-`;
  for (const event of events) {
    if ((fold.concerns && !fold.concerns.has(event.type)) || !event.stream.startsWith(prefix)) continue;
    const found = byStream.get(event.stream);
    if (found) found.push(event);
    else byStream.set(event.stream, [event]);
  }
  return byStream;
}

export const isConcerned = (fold: Fold, event: OpenedEvent): boolean =>
  aggregateOf(event.stream) === fold.aggregate && (!fold.concerns || fold.concerns.has(event.type));

/** @throws EventFault naming the event that the fold cannot take */
export function evolveThrough<S>(
  fold: Fold<S>,
  before: S | undefined,
  events: readonly OpenedEvent[],
): S | null | undefined {
  let state: S | null | undefined = before;
  for (const event of events) {
    try {
      state = fold.evolve(state ?? undefined, event);
    } catch (error) {
      throw new EventFault(event.index, event.id, error);
    }
  }
  return state;
}

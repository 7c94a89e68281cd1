import type { Aggregate } from '@fil/facts/kit/aggregates';
import type { ChildTable, Fold, FoldedTable } from '@fil/log/projections/projection';
import type { OpenedEvent } from '@fil/log/vault/vault';
import type { KeptEvent } from './happening';

/** An object's row that keeps what happened to it, with its words as they may be shown. */
export interface History {
  readonly events: readonly KeptEvent[];
}

export interface HistoryTable<S extends History = History> {
  readonly aggregate: Aggregate;
  readonly table: FoldedTable;
  /** What of the event's facts is kept; absent: all. */
  readonly slim?: (event: OpenedEvent) => OpenedEvent['data'];
  readonly row?: (state: S) => Readonly<Record<string, unknown>>;
  readonly children?: readonly ChildTable<S>[];
}

/** A fold that keeps the events of each object; what a page says of them is computed when it is asked for. */
export function historyFold<S extends History = History>({ aggregate, table, slim, row, children }: HistoryTable<S>): Fold<S> {
  return {
    aggregate,
    table,
    evolve(before, event) {
      const { index, id, type, stream, at, occurredOn, cause, actor, words } = event;
      const kept: KeptEvent = { index, id, type, stream, at, occurredOn, cause, actor, data: slim ? slim(event) : event.data, words };
      return { ...before, events: [...(before?.events ?? []), kept] } as unknown as S;
    },
    row,
    children,
  };
}

/** The event's facts and words, if it is of this type. */
export const eventsOf = (history: History, ...types: readonly string[]): readonly KeptEvent[] =>
  history.events.filter(({ type }) => types.includes(type));

/**
 * A projection: rows made from the events of each object, by pure functions. A table holds one row per object, so that
 * every total is a query and never a counter, and so that an object's rows can be made again from its stream alone.
 */
import type { Aggregate } from '@fil/facts/kit/aggregates';
import type { OpenedEvent } from '../vault/vault';

/** Schema of the tables that are read. */
export const VIEWS_SCHEMA = 'views';

export interface FoldedTable {
  /** Without schema and version: `thread_contribution`. */
  readonly name: string;
  /** Columns beside `stream`, `opened_at` and `state`, with their types. Generated columns are not written. */
  readonly columns?: Readonly<Record<string, string>>;
  /** What stands after `ON <table>`, such as `(number)` or `USING gin (answers)`. */
  readonly indexes?: readonly string[];
}

/** Several rows per object. */
export interface ChildTable<S> {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly indexes?: readonly string[];
  /** The part of the state the rows are made from: while it is the same value, nothing is written. */
  of(state: S): unknown;
  rows(state: S, stream: string): readonly Readonly<Record<string, unknown>>[];
}

export interface Fold<S = unknown> {
  readonly aggregate: Aggregate;
  readonly table: FoldedTable;
  /** Types it looks at; absent: all of its aggregate. An event of another type costs nothing. */
  readonly concerns?: ReadonlySet<string>;
  /**
   * One event more: `state` is undefined before the first. Returning the same state writes nothing, null removes the
   * rows. Must take concealed events and withheld or erased words.
   */
  evolve(state: S | undefined, event: OpenedEvent): S | null;
  /** Values of `table.columns`; generated ones are left out. */
  row?(state: S, stream: string): Readonly<Record<string, unknown>>;
  readonly children?: readonly ChildTable<S>[];
}

/** One row per event of the objects concerned: never read back to write another, so a long history costs nothing more. */
export interface EventTable {
  readonly name: string;
  readonly aggregates: readonly Aggregate[];
  /** Columns beside `stream`, `index` and `opened_at`, with their types. */
  readonly columns: Readonly<Record<string, string>>;
  readonly indexes?: readonly string[];
  /**
   * @param event as it was recorded
   * @param asCorrected the same with its errors of entry corrected: an object of which one is corrected is fed again
   */
  row(event: OpenedEvent, asCorrected: OpenedEvent): Readonly<Record<string, unknown>>;
}

export interface Projection {
  readonly name: string;
  /** Raised with every change of the tables or of what is in them: the new one is made from the first event on. */
  readonly version: number;
  /** Where its tables and its cursor stand: `views`, except for a copy that is made beside (see rebuild/). */
  readonly schema?: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- folds of whatever states
  readonly folds: readonly Fold<any>[];
  readonly events?: readonly EventTable[];
}

export const tableName = (projection: Pick<Projection, 'version'>, table: string): string =>
  `${table}_v${projection.version}`;

export const schemaOf = ({ schema = VIEWS_SCHEMA }: Pick<Projection, 'schema'>): string => schema;

/** With its schema. */
export const tableOf = (projection: Pick<Projection, 'version' | 'schema'>, table: string): string =>
  `${schemaOf(projection)}.${tableName(projection, table)}`;

const GENERATED = /\bgenerated always as\b/i;
export const writtenColumns = (columns: Readonly<Record<string, string>> = {}): string[] =>
  Object.keys(columns).filter((name) => !GENERATED.test(columns[name]!));

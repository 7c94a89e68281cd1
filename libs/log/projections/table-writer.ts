import type { PoolClient } from 'pg';
import type { ChangedObject, LoadedRow } from './fold-batch';
import { type ChildTable, type Fold, type Projection, tableOf, writtenColumns } from './projection';

type Row = Readonly<Record<string, unknown>>;

/** PostgreSQL has no text with U+0000; somebody's words must not stop a projection. */
const NUL = /(?<!\\)((?:\\\\)*)\\u0000/g;
export const jsonOf = (rows: readonly unknown[]): string => {
  const json = JSON.stringify(rows);
  return json.includes('\\u0000') ? json.replace(NUL, '$1\\ufffd') : json;
};

/** The rows of one fold of a projection: one statement per table, whatever the number of objects. */
export class TableWriter<S> {
  private readonly table: string;
  private readonly load_: string;
  private readonly upsert: string;
  private readonly remove: string;
  private readonly children: readonly {
    readonly child: ChildTable<S>;
    readonly remove: string;
    readonly insert: string;
  }[];

  constructor(
    projection: Projection,
    private readonly fold: Fold<S>,
  ) {
    this.table = tableOf(projection, fold.table.name);
    const columns = ['stream', 'opened_at', 'state', ...writtenColumns(fold.table.columns)];
    const updates = columns.slice(1).map((column) => `${column} = excluded.${column}`);
    this.load_ = `SELECT stream, opened_at, state FROM ${this.table} WHERE stream = ANY ($1::text[])`;
    this.upsert = `INSERT INTO ${this.table} (${columns.join(', ')})
      SELECT ${columns.join(', ')} FROM json_populate_recordset(null::${this.table}, $1::json)
      ON CONFLICT (stream) DO UPDATE SET ${updates.join(', ')}`;
    this.remove = `DELETE FROM ${this.table} WHERE stream = ANY ($1::text[])`;
    this.children = (fold.children ?? []).map((child) => {
      const table = tableOf(projection, child.name);
      const childColumns = ['stream', ...writtenColumns(child.columns)].join(', ');
      return {
        child,
        remove: `DELETE FROM ${table} WHERE stream = ANY ($1::text[])`,
        insert: `INSERT INTO ${table} (${childColumns}) SELECT ${childColumns} FROM json_populate_recordset(null::${table}, $1::json)`,
      };
    });
  }

  async load(client: PoolClient, streams: readonly string[]): Promise<Map<string, LoadedRow>> {
    if (streams.length === 0) return new Map();
    const { rows } = await client.query<[string, string, unknown]>({
      text: this.load_,
      values: [streams],
      rowMode: 'array',
    });
    return new Map(rows.map(([stream, openedAt, state]) => [stream, { openedAt: Number(openedAt), state }]));
  }

  async write(client: PoolClient, changes: readonly ChangedObject<S>[]): Promise<void> {
    const gone = changes.filter(({ after }) => after === null).map(({ stream }) => stream);
    const kept = changes.filter((change): change is ChangedObject<S> & { after: S & {} } => change.after !== null);
    if (kept.length > 0) {
      const rows = kept.map(({ stream, openedAt, after }) => ({
        stream,
        opened_at: openedAt,
        state: after,
        ...this.fold.row?.(after, stream),
      }));
      await client.query(this.upsert, [jsonOf(rows)]);
    }
    if (gone.length > 0) await client.query(this.remove, [gone]);
    for (const { child, remove, insert } of this.children) {
      const changed = kept.filter(({ before, after }) => before === undefined || child.of(before) !== child.of(after));
      const old = [...changed.map(({ stream }) => stream), ...gone];
      if (old.length > 0) await client.query(remove, [old]);
      const rows: Row[] = changed.flatMap(({ after, stream }) =>
        child.rows(after, stream).map((row) => ({ stream, ...row })),
      );
      if (rows.length > 0) await client.query(insert, [jsonOf(rows)]);
    }
  }
}

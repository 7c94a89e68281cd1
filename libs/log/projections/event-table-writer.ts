import type { PoolClient } from 'pg';
import { corrected } from '@fil/facts/figures/corrected';
import type { OpenedEvent } from '../vault/vault';
import type { WholeStream } from './log-batches';
import { type EventTable, type Projection, tableOf, writtenColumns } from './projection';
import { jsonOf } from './table-writer';

/** Rows of an event table: inserted once, and replaced as a whole for an object that is fed again. */
export class EventTableWriter {
  private readonly insert: string;
  private readonly remove: string;
  private readonly openedAt: string;
  private readonly prefixes: readonly string[];

  constructor(
    projection: Projection,
    private readonly events: EventTable,
  ) {
    const table = tableOf(projection, events.name);
    const columns = ['stream', 'index', 'opened_at', ...writtenColumns(events.columns)].join(', ');
    this.insert = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(null::${table}, $1::json)`;
    this.remove = `DELETE FROM ${table} WHERE stream = ANY ($1::text[])`;
    this.openedAt = `SELECT s.stream, e.opened_at FROM unnest($1::text[]) AS s(stream) CROSS JOIN LATERAL (
      SELECT min(opened_at) AS opened_at FROM ${table} WHERE stream = s.stream) e WHERE e.opened_at IS NOT NULL`;
    this.prefixes = events.aggregates.map((aggregate) => `${aggregate}-`);
  }

  concerns(stream: string): boolean {
    return this.prefixes.some((prefix) => stream.startsWith(prefix));
  }

  /** When the oldest words of each object were opened. Object by object: a table that is being filled has no statistics yet. */
  async openings(client: PoolClient, streams: readonly string[]): Promise<Map<string, number>> {
    if (streams.length === 0) return new Map();
    const { rows } = await client.query<[string, string]>({ text: this.openedAt, values: [streams], rowMode: 'array' });
    return new Map(rows.map(([stream, size]) => [stream, Number(size)]));
  }

  async write(
    client: PoolClient,
    events: readonly OpenedEvent[],
    openedAt: number,
    again: ReadonlyMap<string, WholeStream>,
  ): Promise<void> {
    if (again.size > 0) await client.query(this.remove, [[...again.keys()]]);
    const rows: object[] = [];
    const add = (recorded: readonly OpenedEvent[], at: number): void => {
      const asCorrected = corrected(recorded);
      recorded.forEach((event, n) => {
        const { stream, index } = event;
        rows.push({ stream, index, opened_at: at, ...this.events.row(event, asCorrected[n]!) });
      });
    };
    add(
      events.filter(({ stream }) => !again.has(stream) && this.concerns(stream)),
      openedAt,
    );
    for (const fed of again.values()) add(fed.events, fed.openedAt);
    if (rows.length > 0) await client.query(this.insert, [jsonOf(rows)]);
  }
}

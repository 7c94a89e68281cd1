import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { In, type EntityManager } from 'typeorm';
import { definitionOf } from '@fil/facts/events/registry';
import { aggregateOf } from '@fil/facts/kit/aggregates';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { tableOf } from '@fil/log/projections/projection';
import type { Opened } from '@fil/log/vault/vault';
import { HistoryEventRow } from '../history/history.entity';
import { HISTORY } from '../history/history.projection';
import { readRecorded, shownAsKnown, sizeAsked } from '../history/read-histories';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import { happening, type KeptEvent } from '../reading/happening';
import type { History } from '../reading/history';
import { decodeCursor, encodeCursor } from '../reading/paging';
import { publicNumber } from '../reading/public-number';
import { typed } from '../reading/typed';
import { ViewReader } from '../reading/view-reader';
import { SeeTimeline, TIMELINE_PAGE, type TimelineFilters } from './see-timeline.query';
import type { TimelineAnswer, TimelineRow } from './timeline.answer';

const EVENTS = tableOf(HISTORY, 'history_event');
const READ = [HISTORY, NAMES];

interface Row {
  readonly event: KeptEvent;
  readonly happened_from: string;
  readonly happened_to: string;
}

@QueryHandler(SeeTimeline)
export class SeeTimelineHandler implements IQueryHandler<SeeTimeline, TimelineAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ filters, asked, page }: SeeTimeline): Promise<TimelineAnswer> {
    return this.reader.read(READ, asked, async (manager, shown) => {
      const limit = page.limit ?? TIMELINE_PAGE;
      const size = await sizeAsked(manager, asked);
      const rows = await rowsOf(manager, filters, page.cursor, limit + 1, size ?? page.upTo);
      const kept = rows.slice(0, limit);
      const last = kept.at(-1);
      const streams = [...new Set(kept.map(({ event }) => event.stream))];
      const known = size === undefined ? null : await readRecorded(manager, streams, size);
      return {
        shown: shownAsKnown(shown, asked, size, known?.values() ?? []),
        items: known
          ? await timelineRows(manager, knownAmong(kept, known), firstsIn(known))
          : await timelineRows(manager, kept, await firstEvents(manager, streams)),
        next:
          rows.length > limit && last ? encodeCursor([last.happened_from, last.happened_to, last.event.index]) : null,
      };
    });
  }
}

/**
 * An object, and those that follow from it: those whose first event names it; of a contribution also the syntheses it was
 * put in, what answers one of them, and the commitments its answers name.
 */
const following = (it: string): string => `
  WITH told AS (
    SELECT type, event->'data' AS data FROM ${EVENTS} WHERE stream = ${it}::text
      AND type IN ('contribution.groupedInto/1', 'contribution.outcomeGiven/1')
  ), about AS (
    SELECT ${it}::text AS id UNION SELECT data->>'synthesis' FROM told WHERE data->>'synthesis' IS NOT NULL
  )
  SELECT id FROM about
  UNION SELECT stream FROM ${EVENTS} WHERE names IS NOT NULL AND names && (SELECT array_agg(id) FROM about)
  UNION SELECT json_array_elements_text(data->'commitments') FROM told WHERE json_typeof(data->'commitments') = 'array'`;

function rowsOf(
  manager: EntityManager,
  filters: TimelineFilters,
  cursor: string | null | undefined,
  limit: number,
  size: number | undefined,
): Promise<Row[]> {
  const parameters: unknown[] = [];
  const $ = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions = ['true'];
  const object = typed(filters.object);
  const about = typed(filters.about);
  const role = typed(filters.role);
  const body = typed(filters.body);
  const type = typed(filters.type);
  if (object !== null) conditions.push(`e.stream = ${$(object)}`);
  if (about !== null) conditions.push(`e.stream IN (${following($(about))})`);
  if (role !== null) conditions.push(`e.role = ${$(role)}`);
  if (body !== null) conditions.push(`e.body = ${$(body)}`);
  if (type?.includes('/')) conditions.push(`e.type = ${$(type)}`);
  else if (type !== null) conditions.push(`starts_with(e.type, ${$(type.includes('.') ? `${type}/` : `${type}.`)})`);
  if (filters.from) conditions.push(`e.happened_to >= ${$(filters.from)}::date`);
  if (filters.to) conditions.push(`e.happened_from <= ${$(filters.to)}::date`);
  if (size !== undefined) conditions.push(`e.index < ${$(size)}`);
  const oldestFirst = filters.order === 'oldest';
  const after = decodeCursor(cursor, ['date', 'date', 'integer']);
  if (after) {
    const [from, to, index] = after.map($);
    conditions.push(
      `(e.happened_from, e.happened_to, e.index) ${oldestFirst ? '>' : '<'} (${from}::date, ${to}::date, ${index}::bigint)`,
    );
  }
  const order = ['happened_from', 'happened_to', 'index'].map(
    (column) => `e.${column} ${oldestFirst ? 'ASC' : 'DESC'}`,
  );
  return manager.query<Row[]>(
    `SELECT e.event, e.happened_from::text, e.happened_to::text FROM ${EVENTS} e
     WHERE ${conditions.join(' AND ')} ORDER BY ${order.join(', ')} LIMIT ${$(limit)}`,
    parameters,
  );
}

const firstsIn = (known: ReadonlyMap<string, History>): Map<string, KeptEvent> =>
  new Map([...known].map(([stream, { events }]) => [stream, events[0]!]));

/** The same rows with what of them was public then. */
const knownAmong = (rows: readonly Row[], known: ReadonlyMap<string, History>): Row[] =>
  rows.map((row) => ({
    ...row,
    event: known.get(row.event.stream)!.events.find(({ index }) => index === row.event.index)!,
  }));

async function timelineRows(
  manager: EntityManager,
  rows: readonly Row[],
  firsts: ReadonlyMap<string, KeptEvent>,
): Promise<TimelineRow[]> {
  const names = await Names.read(manager);
  return rows.map(({ event }) => {
    const { assisted, release } = event.data as CommonFacts;
    const kind = aggregateOf(event.stream);
    const first = firsts.get(event.stream);
    return {
      ...happening(event),
      type: event.type,
      meaning: definitionOf(event.type).meaning,
      about: {
        kind,
        id: event.stream,
        number: first && kind === 'contribution' ? publicNumber(first.index) : null,
        title: (first?.words['title'] as Opened<Text> | undefined) ?? null,
      },
      actedFor: names.bodyOrFunction(null, event.actor.body),
      assisted: assisted ?? null,
      release: release ?? null,
      facts: event.data,
      words: event.words,
    };
  });
}

async function firstEvents(manager: EntityManager, streams: readonly string[]): Promise<Map<string, KeptEvent>> {
  if (streams.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(HistoryEventRow, 'e')
    .where({ stream: In([...streams]) })
    .andWhere('e.names IS NOT NULL')
    .getMany();
  return new Map(rows.map(({ stream, event }) => [stream, event]));
}

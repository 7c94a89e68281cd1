import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isCorrection } from '@fil/facts/events/about-entries';
import type { CORRECTION_EVENTS } from '@fil/facts/events/correction.events';
import { EVENT_DEFINITIONS } from '@fil/facts/events/registry';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { tableOf } from '@fil/log/projections/projection';
import type { Opened } from '@fil/log/vault/vault';
import { HISTORY } from '../history/history.projection';
import { readHistories } from '../history/read-histories';
import { happening, type KeptEvent } from '../reading/happening';
import type { History } from '../reading/history';
import { decodeCursor, encodeCursor, pageSize } from '../reading/paging';
import { typed } from '../reading/typed';
import { ViewReader } from '../reading/view-reader';
import type { EntryCorrectionRow, EntryCorrectionsAnswer } from './entry-corrections.answer';
import { ENTRY_CORRECTIONS_PAGE, SeeEntryCorrections } from './see-entry-corrections.query';

const EVENTS = tableOf(HISTORY, 'history_event');
const TYPES = EVENT_DEFINITIONS.map(({ type }) => type).filter(isCorrection);

/** Of a consultation itself, and of whatever names it in its first event. */
const MATCHING = `FROM ${EVENTS} e JOIN ${EVENTS} f ON f.stream = e.stream AND f.names IS NOT NULL
  WHERE e.type = ANY ($1::text[]) AND ($2::text IS NULL OR e.stream = $2 OR f.names @> ARRAY[$2::text])`;

@QueryHandler(SeeEntryCorrections)
export class SeeEntryCorrectionsHandler implements IQueryHandler<SeeEntryCorrections, EntryCorrectionsAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ filters, asked, page }: SeeEntryCorrections): Promise<EntryCorrectionsAnswer> {
    const consultation = typed(filters.consultation);
    const limit = pageSize(page.limit, ENTRY_CORRECTIONS_PAGE);
    return this.reader.read([HISTORY], asked, async (manager, shown) => {
      const before = decodeCursor(page.cursor, ['integer']);
      const rows = await manager.query<{ event: KeptEvent }[]>(
        `SELECT e.event ${MATCHING} AND ($3::bigint IS NULL OR e.index < $3) ORDER BY e.index DESC LIMIT $4`,
        [TYPES, consultation, before?.[0] ?? null, limit + 1],
      );
      const [all] = await manager.query<{ count: number }[]>(`SELECT count(*)::int AS count ${MATCHING}`, [
        TYPES,
        consultation,
      ]);
      const kept = rows.slice(0, limit).map(({ event }) => event);
      const last = kept.at(-1);
      const histories = await readHistories(manager, [...new Set(kept.map(({ stream }) => stream))]);
      return {
        shown,
        count: all!.count,
        items: kept.flatMap((event) => rowOf(event, histories.get(event.stream)!) ?? []),
        next: rows.length > limit && last ? encodeCursor([last.index]) : null,
      };
    });
  }
}

/** Null when it is not public which entry it was. */
function rowOf(correction: KeptEvent, history: History): EntryCorrectionRow | null {
  const { event, field, from, to } = correction.data as KnownData<(typeof CORRECTION_EVENTS)[number]>;
  if (event === undefined || field === undefined) return null;
  const name = field.slice(1);
  const values = to ? { from: from?.[name], to: to[name] } : ofContribution(correction, name, history);
  return {
    given: happening(correction),
    object: correction.stream,
    event,
    field,
    from: values.from ?? null,
    to: values.to ?? null,
    reason: (correction.words['reason'] as Opened<Text> | undefined) ?? null,
  };
}

/** A contribution's has the new value only: the old one stands in the entry, or in the correction before. */
function ofContribution(correction: KeptEvent, name: string, { events }: History): { from: unknown; to: unknown } {
  const earlier = events.filter(({ index, data }) => index < correction.index && data[name] !== undefined);
  const holding = earlier.findLast(({ type }) => isCorrection(type) || type === 'contribution.recorded/2');
  return { from: holding?.data[name], to: correction.data[name] };
}

import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import type { ErasureGround, ErasureRefusalGround } from '@fil/facts/codes/erasure';
import { erasureOrdered, erasureRefused } from '@fil/facts/events/erasure.events';
import { tableOf } from '@fil/log/projections/projection';
import { HISTORY } from '../history/history.projection';
import { erasureOf } from '../history/erasure-of';
import { findObjects, readHistories } from '../history/read-histories';
import type { ShownErasure } from '../history/shown-erasure.answer';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import type { History } from '../reading/history';
import { decodeCursor, encodeCursor, pageSize } from '../reading/paging';
import { typed } from '../reading/typed';
import { ViewReader } from '../reading/view-reader';
import type { ErasuresAnswer } from './erasures.answer';
import { ERASURES_PAGE, SeeErasures } from './see-erasures.query';

const EVENTS = tableOf(HISTORY, 'history_event');

@QueryHandler(SeeErasures)
export class SeeErasuresHandler implements IQueryHandler<SeeErasures, ErasuresAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ filters, asked, page }: SeeErasures): Promise<ErasuresAnswer> {
    const target = typed(filters.target);
    const limit = pageSize(page.limit, ERASURES_PAGE);
    return this.reader.read([HISTORY, NAMES], asked, async (manager, shown) => {
      const before = decodeCursor(page.cursor, ['integer'])?.[0] as number | undefined;
      const found = await findObjects(manager, {
        aggregate: 'erasure',
        ...(target !== null && { naming: target }),
        ...(before !== undefined && { before }),
        limit: limit + 1,
      });
      const kept = found.slice(0, limit);
      const histories = await readHistories(
        manager,
        kept.map(({ stream }) => stream),
      );
      const names = await Names.read(manager);
      const last = kept.at(-1);
      return {
        shown,
        counts: await counted(manager, target),
        items: kept.map(({ stream }) => shownErasure(stream, histories.get(stream)!, names)),
        next: found.length > limit && last ? encodeCursor([last.index]) : null,
      };
    });
  }
}

/** An office is named by the authority whose consultation it is, where the request says which. */
function shownErasure(stream: string, history: History, names: Names): ShownErasure {
  const consultation = history.events[0]!.data['consultation'] as string | undefined;
  const authority = consultation === undefined ? null : names.organiserOf(consultation);
  return erasureOf(stream, history, (code) => names.optional('bodies', authority, code));
}

async function counted(manager: EntityManager, target: string | null): Promise<ErasuresAnswer['counts']> {
  const rows = await manager.query<{ type: string; ground: ErasureGround | ErasureRefusalGround; count: number }[]>(
    `SELECT type, event -> 'data' ->> 'ground' AS ground, count(*)::int AS count FROM ${EVENTS}
     WHERE type = ANY ($1::text[]) AND ($2::text IS NULL OR event -> 'data' ->> 'target' = $2)
     GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
    [[erasureOrdered.type, erasureRefused.type], target],
  );
  return rows.map(({ type, ground, count }) => ({
    decided: type === erasureOrdered.type ? 'ordered' : 'refused',
    ground,
    count,
  }));
}

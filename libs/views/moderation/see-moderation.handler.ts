import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import { moderationGround, type ModerationGround } from '@fil/facts/codes/moderation';
import type {
  appealDecided,
  contributionDeclaredInadmissible,
  contributionNotPublished,
  guarantorOpinionGiven,
} from '@fil/facts/events/moderation.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { tableOf } from '@fil/log/projections/projection';
import { HISTORY } from '../history/history.projection';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import { happening, type KeptEvent } from '../reading/happening';
import { decodeCursor, encodeCursor, pageSize } from '../reading/paging';
import { publicNumber } from '../reading/public-number';
import { typed } from '../reading/typed';
import { ViewReader } from '../reading/view-reader';
import { MODERATION_STEPS, type ModerationAnswer, type ModerationRow } from './moderation.answer';
import { MODERATION_PAGE, SeeModeration } from './see-moderation.query';

const EVENTS = tableOf(HISTORY, 'history_event');
const TYPES = Object.keys(MODERATION_STEPS);

/** With the first event of the contribution: its number, and where it was said. */
const MATCHING = `FROM ${EVENTS} e JOIN ${EVENTS} f ON f.stream = e.stream AND f.names IS NOT NULL
  WHERE e.type = ANY ($1::text[]) AND ($2::text IS NULL OR f.names @> ARRAY[$2::text])`;

interface Row {
  readonly event: KeptEvent;
  readonly first: string;
  readonly consultation: string;
}

@QueryHandler(SeeModeration)
export class SeeModerationHandler implements IQueryHandler<SeeModeration, ModerationAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ filters, asked, page }: SeeModeration): Promise<ModerationAnswer> {
    const consultation = typed(filters.consultation);
    const limit = pageSize(page.limit, MODERATION_PAGE);
    return this.reader.read([HISTORY, NAMES], asked, async (manager, shown) => {
      const names = await Names.read(manager);
      const before = decodeCursor(page.cursor, ['integer']);
      const rows = await manager.query<Row[]>(
        `SELECT e.event, f.index AS first, f.event -> 'data' ->> 'consultation' AS consultation ${MATCHING}
           AND ($3::bigint IS NULL OR e.index < $3) ORDER BY e.index DESC LIMIT $4`,
        [TYPES, consultation, before?.[0] ?? null, limit + 1],
      );
      const kept = rows.slice(0, limit);
      const last = kept.at(-1);
      return {
        shown,
        counts: await counted(manager, consultation),
        items: kept.map((row) => rowOf(row, names)),
        next: rows.length > limit && last ? encodeCursor([last.event.index]) : null,
      };
    });
  }
}

async function counted(manager: EntityManager, consultation: string | null): Promise<ModerationAnswer['counts']> {
  const rows = await manager.query<{ type: keyof typeof MODERATION_STEPS; ground: string | null; count: number }[]>(
    `SELECT e.type, e.event -> 'data' ->> 'ground' AS ground, count(*)::int AS count ${MATCHING}
     GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
    [TYPES, consultation],
  );
  return rows.map(({ type, ground, count }) => ({
    step: MODERATION_STEPS[type],
    ground: ground as ModerationGround | null,
    count,
  }));
}

function rowOf({ event, first, consultation }: Row, names: Names): ModerationRow {
  const { ground } = event.data as KnownData<typeof contributionNotPublished>;
  const { rulesVersion, article, decidedBy, authorTold } = event.data as KnownData<
    typeof contributionDeclaredInadmissible
  >;
  const { result } = event.data as KnownData<typeof appealDecided>;
  const { opinion } = event.data as KnownData<typeof guarantorOpinionGiven>;
  const step = MODERATION_STEPS[event.type as keyof typeof MODERATION_STEPS];
  return {
    step,
    given: happening(event),
    contribution: { id: event.stream, number: publicNumber(Number(first)) },
    consultation,
    ground: ground ?? null,
    source: ground === undefined ? null : moderationGround(ground).source,
    rulesVersion: rulesVersion ?? null,
    article: article ?? null,
    decidedBy: names.optional('functions', names.organiserOf(consultation), decidedBy),
    authorTold: authorTold ?? null,
    // Of the decision, `opinion` is the event it follows or departs from.
    result: result ?? (step === 'opinionGiven' ? (opinion ?? null) : null),
  };
}

import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CHANNEL_LABELS } from '@fil/facts/codes/contribution';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { tableOf } from '@fil/log/projections/projection';
import type { Opened } from '@fil/log/vault/vault';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import { typed } from '../reading/typed';
import { ViewReader } from '../reading/view-reader';
import { countedContributions } from '../standings/counted.sql';
import { STANDINGS } from '../standings/standings.projection';
import type { CompletenessAnswer, CompletenessBy, CompletenessFigures } from './completeness.answer';
import { SeeCompleteness } from './see-completeness.query';

/** Counted for what nothing is known of, or what is not public. */
const NONE = 'none';

const KEYS: Readonly<Record<CompletenessBy, string>> = {
  consultation: 's.consultation',
  department: `coalesce(s.department, '${NONE}')`,
  function: `coalesce(s.decider, '${NONE}')`,
  channel: `coalesce(s.channel, '${NONE}')`,
  theme: `unnest(CASE WHEN s.themes = '{}' THEN ARRAY['${NONE}'] ELSE s.themes END)`,
};

/** Codes of an authority: another one's may be the same, and mean something else. */
const OF_AUTHORITY: ReadonlySet<CompletenessBy> = new Set(['department', 'function', 'theme']);

/** One row per contribution, or per theme of one, with the day its answer is due. */
const FIGURES = `
  count(*) FILTER (WHERE NOT voided)::int AS received,
  count(*) FILTER (WHERE NOT voided AND published)::int AS published,
  count(*) FILTER (WHERE NOT voided AND moderated)::int AS moderated,
  count(*) FILTER (WHERE NOT voided AND answered)::int AS answered,
  count(*) FILTER (WHERE NOT voided AND provisional)::int AS provisional,
  count(*) FILTER (WHERE NOT voided AND NOT settled AND due_on < $1::date)::int AS late,
  count(*) FILTER (WHERE NOT voided AND withdrawn)::int AS withdrawn,
  count(*) FILTER (WHERE NOT voided AND standing = 'transferred')::int AS transferred,
  count(*) FILTER (WHERE voided)::int AS voided`;

const rowsBy = (table: string, code: string): string =>
  `FROM (SELECT s.*, c.due_on, c.state->>'organiser' AS organiser, ${code} AS code FROM ${table} s
     LEFT JOIN ${tableOf(NAMES, 'names_consultation')} c ON c.stream = s.consultation
     WHERE $2::text IS NULL OR s.consultation = $2) counted`;

@QueryHandler(SeeCompleteness)
export class SeeCompletenessHandler implements IQueryHandler<SeeCompleteness, CompletenessAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ by, consultation, asked }: SeeCompleteness): Promise<CompletenessAnswer> {
    return this.reader.read([STANDINGS, NAMES], asked, async (manager, shown) => {
      const parameters = [asked.today, typed(consultation)];
      const names = await Names.read(manager);
      const { table } = await countedContributions(manager);
      const [total] = await manager.query<[CompletenessFigures]>(
        `SELECT ${FIGURES} ${rowsBy(table, 'NULL')}`,
        parameters,
      );
      const whose = OF_AUTHORITY.has(by) ? `CASE WHEN code <> '${NONE}' THEN organiser END` : 'NULL::text';
      const rows = await manager.query<(CompletenessFigures & { code: string; whose: string | null })[]>(
        `SELECT code, ${whose} AS whose, ${FIGURES} ${rowsBy(table, KEYS[by])}
         GROUP BY 1, 2 ORDER BY received DESC, code, whose`,
        parameters,
      );
      return {
        shown,
        today: asked.today,
        total,
        by: rows.map(({ whose: authority, ...figures }) => ({
          ...figures,
          authority: authority === null ? null : names.authority(authority),
          name: nameOf(names, by, figures.code, authority),
        })),
      };
    });
  }
}

function nameOf(names: Names, by: CompletenessBy, code: string, authority: string | null): Opened<Text> | null {
  if (by === 'consultation') return names.consultation(code).title;
  if (code === NONE) return null;
  if (by === 'channel') return { ...CHANNEL_LABELS[code as keyof typeof CHANNEL_LABELS] };
  const kind = by === 'department' ? 'bodies' : by === 'function' ? 'functions' : 'themes';
  return names.named(kind, authority, code).name;
}

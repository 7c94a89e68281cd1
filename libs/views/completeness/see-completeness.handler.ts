import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CHANNEL_LABELS } from '@fil/facts/codes/contribution';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { tableOf } from '@fil/log/projections/projection';
import type { Opened } from '@fil/log/vault/vault';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import { typed } from '../reading/typed';
import { ViewReader } from '../reading/view-reader';
import { CONTRIBUTIONS } from '../standings/following.sql';
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

const rowsBy = (code: string): string =>
  `FROM (SELECT s.*, c.due_on, ${code} AS code FROM ${CONTRIBUTIONS} s
     LEFT JOIN ${tableOf(NAMES, 'names_consultation')} c ON c.stream = s.consultation
     WHERE $2::text IS NULL OR s.consultation = $2) counted`;

@QueryHandler(SeeCompleteness)
export class SeeCompletenessHandler implements IQueryHandler<SeeCompleteness, CompletenessAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ by, consultation, asked }: SeeCompleteness): Promise<CompletenessAnswer> {
    return this.reader.read([STANDINGS, NAMES], asked, async (manager, shown) => {
      const parameters = [asked.today, typed(consultation)];
      const names = await Names.read(manager);
      const [total] = await manager.query<[CompletenessFigures]>(`SELECT ${FIGURES} ${rowsBy('NULL')}`, parameters);
      const rows = await manager.query<(CompletenessFigures & { code: string; consultation: string })[]>(
        `SELECT code, min(consultation) AS consultation, ${FIGURES} ${rowsBy(KEYS[by])} GROUP BY code ORDER BY received DESC, code`,
        parameters,
      );
      return {
        shown,
        today: asked.today,
        total,
        by: rows.map(({ consultation: one, ...figures }) => ({
          ...figures,
          name: nameOf(names, by, figures.code, one),
        })),
      };
    });
  }
}

function nameOf(names: Names, by: CompletenessBy, code: string, consultation: string): Opened<Text> | null {
  if (by === 'consultation') return names.consultation(code).title;
  if (code === NONE) return null;
  if (by === 'channel') return { ...CHANNEL_LABELS[code as keyof typeof CHANNEL_LABELS] };
  const kind = by === 'department' ? 'bodies' : by === 'function' ? 'functions' : 'themes';
  return names.named(kind, names.organiserOf(consultation), code).name;
}

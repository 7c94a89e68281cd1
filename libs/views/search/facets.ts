import type { EntityManager } from 'typeorm';
import type { Progress } from '@fil/facts/codes/progress';
import type { OverallStanding } from '@fil/facts/figures/standing';
import type { Names } from '../names/names';
import { progressOfMask } from '../standings/progress-mask';
import { FILTERS, SearchSql, type Filter, type Match } from './match.sql';
import type { SearchAnswer } from './search.answer';

const VALUE: Record<Filter, string> = {
  theme: 'unnest(themes)',
  outcome: 'standing',
  progress: 'mask::text',
  consultation: 'consultation',
};
const CHOSEN: Record<Filter, (match: Match) => unknown> = {
  theme: ({ themes }) => themes,
  outcome: ({ outcome }) => outcome,
  progress: ({ masks }) => masks,
  consultation: ({ consultation }) => consultation,
};

interface CountRow {
  readonly facet: Filter | 'total';
  readonly value: string | null;
  readonly count: number;
}

/** How many match, and how many for each value of each filter with the other filters kept. */
export async function facetsOf(
  manager: EntityManager,
  match: Match,
  names: Names,
): Promise<Pick<SearchAnswer, 'total' | 'facets'>> {
  const free = FILTERS.filter((filter) => !CHOSEN[filter](match));
  const counted = await count(manager, new SearchSql(match), free, true);
  for (const filter of FILTERS) {
    if (!free.includes(filter)) counted.push(...(await count(manager, new SearchSql(match, filter), [filter], false)));
  }
  const of = (filter: Filter): CountRow[] => counted.filter(({ facet }) => facet === filter);
  return {
    total: counted.find(({ facet }) => facet === 'total')?.count ?? 0,
    facets: {
      theme: of('theme').map(({ value, count: n }) => ({
        value: value!,
        count: n,
        name: names.named('themes', null, value!).name,
      })),
      outcome: of('outcome').map(({ value, count: n }) => ({ value: value as OverallStanding, count: n })),
      progress: progressFacet(of('progress')),
      consultation: of('consultation').map(({ value, count: n }) => ({
        value: value!,
        count: n,
        title: names.consultation(value!).title,
      })),
    },
  };
}

/** One statement for all filters that leave the same contributions. */
const count = (
  manager: EntityManager,
  sql: SearchSql,
  filters: readonly Filter[],
  withTotal: boolean,
): Promise<CountRow[]> => {
  const parts = filters.map(
    (filter) =>
      `SELECT '${filter}' AS facet, value, count(*)::int AS count FROM (SELECT ${VALUE[filter]} AS value FROM found) v GROUP BY value`,
  );
  if (withTotal) parts.push(`SELECT 'total' AS facet, NULL::text AS value, count(*)::int AS count FROM found`);
  return manager.query<CountRow[]>(
    `WITH ${sql.found} ${parts.join(' UNION ALL ')} ORDER BY facet, count DESC, value`,
    sql.parameters,
  );
};

function progressFacet(rows: readonly CountRow[]): SearchAnswer['facets']['progress'] {
  const sums = new Map<Progress | 'none', number>();
  for (const { value, count: n } of rows) {
    const progress = progressOfMask(Number(value));
    sums.set(progress, (sums.get(progress) ?? 0) + n);
  }
  return [...sums].map(([value, n]) => ({ value, count: n })).sort((a, b) => b.count - a.count);
}

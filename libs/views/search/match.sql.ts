/** Which contributions match: one query that the page and the facets share. */
import { tableOf } from '@fil/log/projections/projection';
import type { Names } from '../names/names';
import { typed } from '../reading/typed';
import { FOLLOWING_CTES } from '../standings/following.sql';
import { isProgressOrNone, masksOf } from '../standings/progress-mask';
import type { SearchFilters } from './search-contributions.query';
import { FRENCH, SEARCH, SINGULAR } from './search.projection';

export const FILTERS = ['theme', 'outcome', 'progress', 'consultation'] as const;
export type Filter = (typeof FILTERS)[number];

export interface Match {
  /** Null: the latest. */
  readonly q: string | null;
  readonly themes: readonly string[] | null;
  readonly outcome: string | null;
  readonly masks: readonly number[] | null;
  readonly consultation: string | null;
  /** The contributions as they are counted: see `countedContributions`. */
  readonly standings: string;
}

export function matchSql(filters: SearchFilters, names: Names, standings: string): Match {
  const theme = typed(filters.theme);
  const progress = typed(filters.progress);
  return {
    q: typed(filters.q),
    themes: theme === null ? null : names.withMerged(theme),
    outcome: typed(filters.outcome),
    masks: progress === null ? null : isProgressOrNone(progress) ? masksOf(progress) : [],
    consultation: typed(filters.consultation),
    standings,
  };
}

/** CTE `found(stream, index, rank, mask, themes, standing, consultation)`, with the parameters it needs. */
export class SearchSql {
  readonly parameters: unknown[] = [];
  readonly found: string;
  readonly standings: string;
  readonly words = tableOf(SEARCH, 'search_words');

  /** @param without a filter to leave out, to count what its other values would give */
  constructor(match: Match, without?: Filter) {
    this.standings = match.standings;
    const conditions = ['s.published', 'NOT s.voided'];
    const query =
      match.q === null ? null : `websearch_to_tsquery('${FRENCH}', ${SINGULAR}(${this.parameter(match.q)}))`;
    if (query) conditions.push(`w.document @@ ${query}`);
    if (match.themes && without !== 'theme') conditions.push(`s.themes && ${this.parameter(match.themes)}::text[]`);
    if (match.outcome && without !== 'outcome') conditions.push(`s.standing = ${this.parameter(match.outcome)}`);
    if (match.consultation && without !== 'consultation')
      conditions.push(`s.consultation = ${this.parameter(match.consultation)}`);
    if (match.masks && without !== 'progress')
      conditions.push(`coalesce(m.mask, 0) = ANY (${this.parameter(match.masks)}::int[])`);
    // Rounded to four digits: the same number in SQL, in JSON and in the cursor.
    const rank = query ? `round(ts_rank(w.document, ${query}, 1)::numeric, 4)::float8` : '0::float8';
    this.found = `${FOLLOWING_CTES},
      found AS (
        SELECT s.stream, s.index, ${rank} AS rank, coalesce(m.mask, 0) AS mask, s.themes, s.standing, s.consultation
        FROM ${this.standings} s ${query ? `JOIN ${this.words} w USING (stream)` : ''} LEFT JOIN masks m USING (stream)
        WHERE ${conditions.join(' AND ')}
      )`;
  }

  parameter(value: unknown): string {
    return `$${this.parameters.push(value)}`;
  }
}

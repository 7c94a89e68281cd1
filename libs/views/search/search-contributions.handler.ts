import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { EntityManager } from 'typeorm';
import { Names } from '../names/names';
import { NAMES } from '../names/names.projection';
import { decodeCursor, encodeCursor, pageSize } from '../reading/paging';
import { publicNumber } from '../reading/public-number';
import { ViewReader } from '../reading/view-reader';
import { progressOfMask } from '../standings/progress-mask';
import { STANDINGS, type ContributionStanding } from '../standings/standings.projection';
import { beginningOf, HEADLINE_OPTIONS, piecesOf, wordsToShow } from './extract';
import { facetsOf } from './facets';
import { countedContributions } from '../standings/counted.sql';
import { matchSql, SearchSql, type Match } from './match.sql';
import type { FoundContribution, SearchAnswer } from './search.answer';
import { SearchContributions, SEARCH_PAGE } from './search-contributions.query';
import { FRENCH, SEARCH, SINGULAR, type SearchedWords } from './search.projection';

interface FoundRow {
  readonly stream: string;
  readonly index: string;
  readonly rank: number;
  readonly mask: number;
  readonly standing: ContributionStanding;
  readonly overall: FoundContribution['standing'];
  readonly words: SearchedWords;
}

@QueryHandler(SearchContributions)
export class SearchContributionsHandler implements IQueryHandler<SearchContributions, SearchAnswer> {
  constructor(private readonly reader: ViewReader) {}

  execute({ filters, asked, page }: SearchContributions): Promise<SearchAnswer> {
    return this.reader.read([SEARCH, STANDINGS, NAMES], asked, async (manager, shown) => {
      const names = await Names.read(manager);
      const match = matchSql(filters, names, (await countedContributions(manager)).table);
      const limit = pageSize(page.limit, SEARCH_PAGE);
      const rows = await pageOf(manager, match, page.cursor, limit + 1);
      const kept = rows.slice(0, limit);
      const headlines = await headlinesOf(manager, match, kept);
      const last = kept.at(-1);
      return {
        shown,
        ...(await facetsOf(manager, match, names)),
        items: kept.map((row, n) => toFound(row, headlines[n]!, names)),
        next: rows.length > limit && last ? encodeCursor([last.rank, Number(last.index)]) : null,
      };
    });
  }
}

/** Best first, then latest; the latest when nothing is asked for. The rank is rounded, to be the same in the cursor. */
async function pageOf(
  manager: EntityManager,
  match: Match,
  cursor: string | null | undefined,
  limit: number,
): Promise<FoundRow[]> {
  const sql = new SearchSql(match);
  const after = decodeCursor(cursor, ['number', 'integer']);
  const beyond = after
    ? `WHERE (rank, index) < (${sql.parameter(after[0])}::float8, ${sql.parameter(after[1])}::bigint)`
    : '';
  return manager.query<FoundRow[]>(
    `WITH ${sql.found}
     SELECT f.stream, f.index, f.rank, f.mask, s.state AS standing, s.standing AS overall, w.state AS words
     FROM (SELECT * FROM found ${beyond} ORDER BY rank DESC, index DESC LIMIT ${sql.parameter(limit)}) f
     JOIN ${sql.standings} s USING (stream) JOIN ${sql.words} w USING (stream)
     ORDER BY f.rank DESC, f.index DESC`,
    sql.parameters,
  );
}

/** Only of what is shown: a headline costs as much as a page of ranks. */
async function headlinesOf(
  manager: EntityManager,
  match: Match,
  rows: readonly FoundRow[],
): Promise<(string | null)[]> {
  if (match.q === null || rows.length === 0) return rows.map(() => null);
  const found: { headline: string }[] = await manager.query(
    // The text is shown as it was written: its words are looked for with the final s that the search does without, too.
    `SELECT ts_headline('${FRENCH}', t.text, q.singular || websearch_to_tsquery('${FRENCH}', q.plural) || websearch_to_tsquery('${FRENCH}', $2), $3) AS headline
     FROM unnest($1::text[]) WITH ORDINALITY AS t(text, n), (
       SELECT websearch_to_tsquery('${FRENCH}', ${SINGULAR}($2)) AS singular, regexp_replace(${SINGULAR}($2), '(\\w{2,}[aiou])\\M', '\\1s', 'g') AS plural
     ) q ORDER BY t.n`,
    [rows.map(({ words }) => wordsToShow(words.text.words)), match.q, HEADLINE_OPTIONS],
  );
  return found.map(({ headline }) => headline);
}

function toFound(row: FoundRow, headline: string | null, names: Names): FoundContribution {
  const { facts, index } = row.standing;
  const { id, title } = names.consultation(facts.consultation);
  const organiser = names.organiserOf(facts.consultation);
  return {
    id: row.stream,
    number: publicNumber(index),
    title: row.words.title.words,
    extract: headline === null ? beginningOf(wordsToShow(row.words.text.words)) : piecesOf(headline),
    kind: facts.kind,
    consultation: { id, title },
    themes: facts.themes.map((code) => names.named('themes', organiser, code)),
    receivedOn: facts.receivedOn,
    standing: row.overall,
    progress: progressOfMask(row.mask),
  };
}

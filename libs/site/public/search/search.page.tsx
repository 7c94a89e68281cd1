/** Search over published contributions. */
import type { Frame } from '@fil/ui/page/frame';
import { NextPage } from '@fil/ui/components/next-page';
import { Layout } from '@fil/ui/page/layout';
import { PageHead } from '@fil/ui/page/page-head';
import type { SearchAnswer } from '@fil/views/search/search.answer';
import type { SearchFilters } from '@fil/views/search/search-contributions.query';
import { isFiltered } from './is-filtered';
import { NothingFound } from './nothing-found';
import { Results } from './results';
import { SearchForm } from './search-form';

export interface SearchPageProps {
  readonly frame: Frame;
  readonly found: SearchAnswer;
  readonly filters: SearchFilters;
}

export function SearchPage({ frame, found, filters }: SearchPageProps) {
  const { t } = frame;
  const asked = filters.q?.trim();
  return (
    <Layout
      frame={frame}
      title={asked ? `${asked}, ${t.search.title}` : t.search.title}
      description={t.search.lead}
      state={found.shown}
    >
      <PageHead frame={frame}>
        <h1>{t.search.title}</h1>
        <p class="lead">{t.search.lead}</p>
      </PageHead>
      <div class="stack">
        <SearchForm frame={frame} found={found} filters={filters} />
        <p role="status">
          <strong>{t.search.found(found.total)}</strong>
          {asked && <> {t.search.foundFor(asked)}</>}
          {isFiltered(filters) && found.total > 0 && (
            <>
              {' '}
              (<a href={frame.to('/contributions', { q: asked })}>{t.search.removeFilters}</a>)
            </>
          )}
        </p>
        {found.items.length > 0 ? (
          <Results frame={frame} items={found.items} />
        ) : (
          <NothingFound frame={frame} filters={filters} />
        )}
        <NextPage frame={frame} next={found.next} began={!frame.visit.query.cursor} />
      </div>
    </Layout>
  );
}

/** Nothing found: what to try next, rather than an empty page. */
import type { Frame } from '@fil/ui/page/frame';
import type { SearchFilters } from '@fil/views/search/search-contributions.query';
import { isFiltered } from './is-filtered';

export function NothingFound({ frame, filters }: { frame: Frame; filters: SearchFilters }) {
  const { t, to } = frame;
  return (
    <section class="stack-close" aria-labelledby="nothing">
      <h2 id="nothing">{t.search.none}</h2>
      <p>{t.search.helpTitle}</p>
      <ul class="stack-close">
        {isFiltered(filters) && (
          <li>
            {t.search.helpFilters} <a href={to('/contributions', { q: filters.q })}>{t.search.helpFiltersLink}</a>.
          </li>
        )}
        <li>{t.search.helpFewer}</li>
        <li>{t.search.helpNumber}</li>
        <li>{t.search.helpPublic}</li>
        <li>
          {t.search.helpBacklog} <a href={to('/sans-reponse')}>{t.search.helpBacklogLink}</a>.
        </li>
      </ul>
    </section>
  );
}

import { PROGRESS_LABELS } from '@fil/facts/codes/progress';
import { overallLabel } from '@fil/facts/figures/standing';
import { formatNumber } from '@fil/ui/format/numbers';
import { FilterForm, SelectField } from '@fil/ui/components/filter-form';
import { nameWords } from '../words/named';
import { titleWords } from '../words/shown-words';
import type { SearchPageProps } from './search.page';

export function SearchForm({ frame, found: { facets }, filters }: SearchPageProps) {
  const { t, label, language } = frame;
  const withCount = (words: string, count: number): string => `${words} (${formatNumber(count, language)})`;
  return (
    <FilterForm frame={frame} action="/contributions" legend={t.search.title} button={t.search.button}>
      <div class="field">
        <label for="filter-q">{t.search.words}</label>
        <input type="search" id="filter-q" name="q" value={filters.q ?? ''} maxLength={300} />
      </div>
      <SelectField
        name="theme"
        label={t.search.theme}
        any={t.search.any}
        chosen={filters.theme}
        choices={facets.theme.map(({ value, name, count }) => ({
          value,
          words: withCount(value === 'none' ? t.home.noTheme : nameWords(frame, { code: value, name }), count),
        }))}
      />
      <SelectField
        name="outcome"
        label={t.search.outcome}
        any={t.search.anyFeminine}
        chosen={filters.outcome}
        choices={facets.outcome.map(({ value, count }) => ({
          value,
          words: withCount(label(overallLabel(value)), count),
        }))}
      />
      <SelectField
        name="progress"
        label={t.search.progress}
        any={t.search.any}
        chosen={filters.progress}
        choices={facets.progress.map(({ value, count }) => ({
          value,
          words: withCount(label(PROGRESS_LABELS[value]), count),
        }))}
      />
      <SelectField
        name="consultation"
        label={t.search.consultation}
        any={t.search.anyFeminine}
        chosen={filters.consultation}
        choices={facets.consultation.map(({ value, title, count }) => ({
          value,
          words: withCount(titleWords(frame, title).text, count),
        }))}
      />
    </FilterForm>
  );
}

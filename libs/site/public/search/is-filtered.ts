import type { SearchFilters } from '@fil/views/search/search-contributions.query';

/** True when something beside the words narrows the search. */
export const isFiltered = ({ theme, outcome, progress, consultation }: SearchFilters): boolean =>
  Boolean(theme || outcome || progress || consultation);

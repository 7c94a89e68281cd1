/** The words that are searched: French full text, accents and endings aside. Standings are looked up beside them. */
import type { Fold, Projection } from '@fil/log/projections/projection';
import { saidAfter, SAYS, type Said } from '../reading/said-now';

/** As they may be shown: withheld and erased ones contain nothing to find. What is shown instead is what is found. */
export interface SearchedWords {
  readonly title: Said;
  readonly text: Said;
}

/** Made by a migration: see migrations/. */
export const FRENCH = 'views.fil_french';
export const SINGULAR = 'views.fil_singular';

/** Every string of the text by language. Taking a final s away cannot harm JSON: no escape has one. */
const vectorOf = (field: 'title' | 'text'): string =>
  `to_tsvector('${FRENCH}', ${SINGULAR}(coalesce((state -> '${field}' -> 'words')::text, '""'))::json)`;

const wordsFold: Fold<SearchedWords> = {
  aggregate: 'contribution',
  concerns: SAYS,
  table: {
    name: 'search_words',
    columns: {
      document: `tsvector GENERATED ALWAYS AS (
        setweight(${vectorOf('title')}, 'A') || ${vectorOf('text')}
      ) STORED`,
    },
    indexes: ['USING gin (document)'],
  },
  evolve(before, event) {
    const [title, text] = [saidAfter('title', before?.title, event), saidAfter('text', before?.text, event)];
    return title && text ? { title, text } : null;
  },
};

export const SEARCH: Projection = { name: 'search', version: 2, folds: [wordsFold] };

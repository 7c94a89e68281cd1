/** The words that are searched: French full text, accents and endings aside. Standings are looked up beside them. */
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Fold, Projection } from '@fil/log/projections/projection';
import type { Opened } from '@fil/log/vault/vault';

/** As they may be shown: withheld and erased ones contain nothing to find. */
export interface SearchedWords {
  readonly title: Opened<Text> | null;
  readonly text: Opened<Text> | null;
}

/** Made by a migration: see migrations/. */
export const FRENCH = 'views.fil_french';
export const SINGULAR = 'views.fil_singular';

/** Every string of the text by language. Taking a final s away cannot harm JSON: no escape has one. */
const vectorOf = (field: keyof SearchedWords): string =>
  `to_tsvector('${FRENCH}', ${SINGULAR}(coalesce((state -> '${field}')::text, '""'))::json)`;

const wordsFold: Fold<SearchedWords> = {
  aggregate: 'contribution',
  concerns: new Set(['contribution.recorded/1']),
  table: {
    name: 'search_words',
    columns: {
      document: `tsvector GENERATED ALWAYS AS (
        setweight(${vectorOf('title')}, 'A') || ${vectorOf('text')}
      ) STORED`,
    },
    indexes: ['USING gin (document)'],
  },
  evolve: (_, { words }) => ({
    title: (words['title'] as Opened<Text> | undefined) ?? null,
    text: (words['text'] as Opened<Text> | undefined) ?? null,
  }),
};

export const SEARCH: Projection = { name: 'search', version: 1, folds: [wordsFold] };

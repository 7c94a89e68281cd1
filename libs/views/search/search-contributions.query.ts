import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { SearchAnswer } from './search.answer';

export interface SearchFilters {
  /** As typed: words, "a phrase", -without. Blank: the latest first. */
  readonly q?: string;
  readonly theme?: string;
  /** A standing: an outcome, or pending, withdrawn, transferred … */
  readonly outcome?: string;
  /** A progress, or `none`. */
  readonly progress?: string;
  readonly consultation?: string;
}

export const SEARCH_PAGE = 20;

/** Which published contributions speak of this? */
export class SearchContributions extends Query<SearchAnswer> {
  constructor(
    readonly filters: SearchFilters,
    readonly asked: Asked,
    readonly page: { readonly cursor?: string | null; readonly limit?: number } = {},
  ) {
    super();
  }
}

import type { ContributionKind } from '@fil/facts/codes/contribution';
import type { Progress } from '@fil/facts/codes/progress';
import type { When } from '@fil/facts/dates/when';
import type { OverallStanding } from '@fil/facts/figures/standing';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Named } from '../names/named';
import type { Shown } from '../reading/shown';

/** A piece of an extract; `found` pieces are the words searched for. */
export interface ExtractPiece {
  readonly text: string;
  readonly found: boolean;
}

export interface FoundContribution {
  readonly id: string;
  readonly number: string;
  readonly title: Opened<Text> | null;
  /** About 30 words around what was found, or the beginning; empty when there is no text to show. */
  readonly extract: readonly ExtractPiece[];
  readonly kind: ContributionKind | null;
  readonly consultation: { readonly id: string; readonly title: Opened<Text> | null };
  readonly themes: readonly Named[];
  readonly receivedOn: When;
  readonly standing: OverallStanding;
  readonly progress: Progress | 'none';
}

/** How many of those found have this value, the other filters kept. */
export interface Facet<V extends string = string> {
  readonly value: V;
  readonly count: number;
}

export interface SearchAnswer {
  readonly shown: Shown;
  /** All that match, not only this page. */
  readonly total: number;
  readonly items: readonly FoundContribution[];
  /** Values in the order of their counts, greatest first. */
  readonly facets: {
    readonly theme: readonly (Facet & { readonly name: Opened<Text> | null })[];
    readonly outcome: readonly Facet<OverallStanding>[];
    readonly progress: readonly Facet<Progress | 'none'>[];
    readonly consultation: readonly (Facet & { readonly title: Opened<Text> | null })[];
  };
  /** Give it back as `cursor` for the next page; null on the last. */
  readonly next: string | null;
}

import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { NamedAuthority } from '../names/named';
import type { Shown } from '../reading/shown';

/** What everything is counted by. */
export const COMPLETENESS_BY = ['consultation', 'department', 'function', 'channel', 'theme'] as const;
export type CompletenessBy = (typeof COMPLETENESS_BY)[number];

/** How much of what was received was published, moderated, answered; nothing is left out of `received` but what is voided. */
export interface CompletenessFigures {
  readonly received: number;
  readonly published: number;
  readonly moderated: number;
  readonly answered: number;
  /** Given an answer that keeps no promise: under review, deferred, proposed for decision. */
  readonly provisional: number;
  /** Due date over, and not settled. */
  readonly late: number;
  readonly withdrawn: number;
  readonly transferred: number;
  /** Duplicates of entry, tests: counted apart. */
  readonly voided: number;
}

export interface CompletenessAnswer {
  readonly shown: Shown;
  readonly today: string;
  readonly total: CompletenessFigures;
  /** A contribution with several themes counts in each; without one, in `none`. */
  readonly by: readonly (CompletenessFigures & {
    readonly code: string;
    /** Whose code it is, of a department, function or theme: another authority's may be the same. */
    readonly authority: NamedAuthority | null;
    readonly name: Opened<Text> | null;
  })[];
}

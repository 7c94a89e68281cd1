import type { AuthorKind, Channel, ContributionKind } from '@fil/facts/codes/contribution';

/** What an invented resident said. */
export interface Said {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly kind: ContributionKind;
  readonly channel: Channel;
  readonly themes: readonly string[];
  /** Days before the demonstration began. */
  readonly daysAgo: number;
  readonly authorKind?: AuthorKind;
  readonly signature?: string;
  readonly place?: string;
}

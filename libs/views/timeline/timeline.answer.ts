import type { Label } from '@fil/facts/codes/label';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import type { Aggregate } from '@fil/facts/kit/aggregates';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';

/** Who did what, in which capacity, when: one event of the log. */
export interface TimelineRow extends Happened {
  /** Wire type, such as `commitment.rescheduled/1`. */
  readonly type: string;
  /** What has happened, in a sentence. */
  readonly meaning: Label;
  /** The object it happened to, with its title where it has one. */
  readonly about: {
    readonly kind: Aggregate;
    readonly id: string;
    /** Of a contribution, its public number. */
    readonly number: string | null;
    readonly title: Opened<Text> | null;
  };
  /** The body or function acted for; null for authors and for the clock. */
  readonly actedFor: Named | null;
  /** A step assisted by a tool: which, and who validated it. */
  readonly assisted: NonNullable<CommonFacts['assisted']> | null;
  /** Who prepared, gave a visa and decided. */
  readonly release: NonNullable<CommonFacts['release']> | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, unknown>>;
}

export interface TimelineAnswer {
  readonly shown: Shown;
  /** By when it happened, then by index; the latest first unless asked otherwise. */
  readonly items: readonly TimelineRow[];
  readonly next: string | null;
}

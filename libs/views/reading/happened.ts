import type { When } from '@fil/facts/dates/when';
import type { ActorRole } from '@fil/facts/kit/actor';
import type { CommonFacts } from '@fil/facts/kit/common-facts';

/** When and by whom something was done, and where it stands in the log. Lists are ordered by `occurredOn`, then `index`. */
export interface Happened {
  /** Id of the event. */
  readonly event: string;
  /** Index in the log, from 0. */
  readonly index: number;
  /** When it happened: as stated, else the day in Paris it was written. */
  readonly occurredOn: When;
  /** Day in Paris it was written, when later than `occurredOn` by more than a day ("entered on …"); else null. */
  readonly enteredOn: string | null;
  /** Instant it was written. */
  readonly at: string;
  readonly actor: { readonly role: ActorRole; readonly body: string | null };
  /** Taken over from another system; `notStated` lists what the source does not say. Null when it was done here. */
  readonly takenOver: TakenOver | null;
}

export type NotStated = NonNullable<NonNullable<CommonFacts['takenOver']>['notStated']>[number];

export interface TakenOver {
  readonly source: string;
  /** The source's own word for it. */
  readonly word: string | null;
  readonly notStated: readonly NotStated[];
}

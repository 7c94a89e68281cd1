/**
 * What the figures are computed from: the public entries and nothing else. `data` holds the facts in clear; those of an
 * object that is not public are only its `consultation` and `sensitivity`.
 */
import { parisDay } from '../dates/paris-day';
import type { When } from '../dates/when';
import type { AnyDefinition, DataOf } from '../kit/event-definition';

export interface FactEvent {
  readonly index: number;
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  /** Instant it was written. */
  readonly at: string;
  /** As recorded; null means the day of `at` in Paris. */
  readonly occurredOn: When | null;
  readonly cause: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Facts of a type, any of which may be missing because the object is not public. */
export type KnownData<D extends AnyDefinition> = Partial<DataOf<D>>;

/** When it happened: as stated, else the day in Paris it was written. */
export const happened = (event: Pick<FactEvent, 'occurredOn' | 'at'>): When => event.occurredOn ?? parisDay(event.at);

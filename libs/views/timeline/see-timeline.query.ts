import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { TimelineAnswer } from './timeline.answer';

export interface TimelineFilters {
  /** Only what happened to this object. */
  readonly object?: string;
  /**
   * What happened to this object, and to those whose first event names it: all that a consultation led to. Of a
   * contribution also to its syntheses, and to what answers them or is named by its answers.
   */
  readonly about?: string;
  readonly role?: string;
  /** Code of a body or function. */
  readonly body?: string;
  /** An aggregate (`commitment`), an event (`commitment.rescheduled`) or its version (`commitment.rescheduled/1`). */
  readonly type?: string;
  /** Days, `YYYY-MM-DD`, both included; an event of a whole month or year is there if any of its days is. */
  readonly from?: string;
  readonly to?: string;
  /** `latest` first, or `oldest` first. */
  readonly order?: 'latest' | 'oldest';
}

export const TIMELINE_PAGE = 50;

/** Who did what, in which capacity, when? */
export class SeeTimeline extends Query<TimelineAnswer> {
  constructor(
    readonly filters: TimelineFilters,
    readonly asked: Asked,
    readonly page: {
      readonly cursor?: string | null;
      readonly limit?: number;
      /** Size of the log that counts: what is exported page by page is of one moment. */
      readonly upTo?: number;
    } = {},
  ) {
    super();
  }
}

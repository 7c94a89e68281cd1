import { Query } from '@nestjs/cqrs';
import type { DeadlineState } from '@fil/facts/codes/deadline-course';
import type { Asked } from '../reading/shown';
import type { DeadlineAnswer, DeadlinesAnswer } from './deadlines.answer';

export const DEADLINES_PAGE = 50;

export interface DeadlineFilters {
  /** Empty or absent: all. */
  readonly states?: readonly DeadlineState[];
  /** Code of a department or a function, or id of an authority that owes it. */
  readonly owner?: string;
  /** Whose rules count, or who owes it. */
  readonly authority?: string;
  readonly consultation?: string;
  /** The object it is about. */
  readonly about?: string;
  /** Code of a rule. */
  readonly rule?: string;
}

/** What is due, for whom, by when? */
export class ListDeadlines extends Query<DeadlinesAnswer> {
  constructor(
    readonly filters: DeadlineFilters,
    readonly asked: Asked,
    readonly page: { readonly cursor?: string | null; readonly limit?: number },
  ) {
    super();
  }
}

/** How was this day counted, and what became of it? Null when there is no such deadline. */
export class FindDeadline extends Query<DeadlineAnswer | null> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

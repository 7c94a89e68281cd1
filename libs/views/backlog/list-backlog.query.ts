import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { BacklogAnswer } from './backlog.answer';

export interface BacklogFilters {
  readonly consultation?: string;
  /** Only what was said in consultations of this authority: departments and functions of two may have one code. */
  readonly authority?: string;
  readonly department?: string;
  /** The function that gave the provisional answer. */
  readonly function?: string;
  /** Only those whose promised date is over. */
  readonly lateOnly?: boolean;
}

export const BACKLOG_PAGE = 50;

/** Who still waits for an answer, longest first? */
export class ListBacklog extends Query<BacklogAnswer> {
  constructor(
    readonly filters: BacklogFilters,
    readonly asked: Asked,
    readonly page: { readonly cursor?: string | null; readonly limit?: number } = {},
  ) {
    super();
  }
}

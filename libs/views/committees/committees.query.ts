import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { Committee, CommitteesAnswer } from './committees.answer';

export interface CommitteeFilters {
  /** Id of an object that it names. */
  readonly naming: string | null;
  readonly cursor?: string;
  readonly limit?: number;
}

export const COMMITTEES_PAGE = 50;

/** Which follow-up committees are there? The latest established first. */
export class ListCommittees extends Query<CommitteesAnswer> {
  constructor(
    readonly filters: CommitteeFilters,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** What did this committee check and find, and what was replied? Null when there is none with this id. */
export class FindCommittee extends Query<Committee | null> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

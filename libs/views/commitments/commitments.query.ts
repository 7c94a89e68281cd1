import { Query } from '@nestjs/cqrs';
import type { Progress } from '@fil/facts/codes/progress';
import type { Asked } from '../reading/shown';
import type { Commitment, CommitmentsAnswer } from './commitments.answer';

export interface CommitmentFilters {
  readonly authority?: string;
  /** Code of the department that owns it now; of the function accountable for it. */
  readonly owner?: string;
  readonly accountable?: string;
  readonly progress?: Progress;
  /** That follow from a decision of this consultation, or answer what was said in it. */
  readonly consultation?: string;
  readonly decision?: string;
  /** Parts of this one. */
  readonly parent?: string;
  readonly lateOnly?: boolean;
  readonly noNewsOnly?: boolean;
}

export const COMMITMENTS_PAGE = 50;

/** What was undertaken, and how far is it? */
export class ListCommitments extends Query<CommitmentsAnswer> {
  constructor(
    readonly filters: CommitmentFilters,
    readonly asked: Asked,
    readonly page: { readonly cursor?: string | null; readonly limit?: number } = {},
  ) {
    super();
  }
}

/** What became of this commitment? Null when there is none with this id. */
export class FindCommitment extends Query<Commitment | null> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { Evaluation, EvaluationsAnswer } from './evaluations.answer';

export interface EvaluationFilters {
  /** Id of an object that it names. */
  readonly naming: string | null;
  readonly cursor?: string;
  readonly limit?: number;
}

export const EVALUATIONS_PAGE = 50;

/** Which evaluations are there? The latest opened first. */
export class ListEvaluations extends Query<EvaluationsAnswer> {
  constructor(
    readonly filters: EvaluationFilters,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** What did this evaluation find? Null when there is none with this id. */
export class FindEvaluation extends Query<Evaluation | null> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

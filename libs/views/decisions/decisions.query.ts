import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { Decision, DecisionsAnswer } from './decisions.answer';

export const DECISIONS_PAGE = 50;

/** Which decisions are there? @param naming a consultation or an authority; null: all */
export class ListDecisions extends Query<DecisionsAnswer> {
  constructor(
    readonly naming: string | null,
    readonly asked: Asked,
    readonly page: { readonly cursor?: string | null; readonly limit?: number } = {},
  ) {
    super();
  }
}

/** Who decided what, on which path, and what became of it? Null when there is none with this id. */
export class FindDecision extends Query<Decision | null> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

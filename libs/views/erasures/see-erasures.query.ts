import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { ErasuresAnswer } from './erasures.answer';

export const ERASURES_PAGE = 50;

/** What was asked to be erased, and ordered or refused: of which object, on which ground, by whom and when? */
export class SeeErasures extends Query<ErasuresAnswer> {
  constructor(
    readonly filters: { readonly target?: string },
    readonly asked: Asked,
    readonly page: { readonly cursor?: string | null; readonly limit?: number } = {},
  ) {
    super();
  }
}

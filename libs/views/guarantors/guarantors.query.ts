import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { Guarantor, GuarantorsAnswer } from './guarantors.answer';

export interface GuarantorFilters {
  /** Those who watch over it, by name or over all of its organiser's. */
  readonly consultation: string | null;
  readonly authority: string | null;
  readonly cursor?: string;
  readonly limit?: number;
}

export const GUARANTORS_PAGE = 50;

/** Which guarantors are there? The latest appointed first. */
export class ListGuarantors extends Query<GuarantorsAnswer> {
  constructor(
    readonly filters: GuarantorFilters,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** What did this guarantor say, and what was answered? Null when there is none with this id. */
export class FindGuarantor extends Query<Guarantor | null> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
  ) {
    super();
  }
}

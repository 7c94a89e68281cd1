import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { OverviewAnswer } from './overview.answer';

/** What became of everything received, in all or in one consultation? */
export class SeeOverview extends Query<OverviewAnswer> {
  constructor(
    readonly filters: { readonly consultation?: string },
    readonly asked: Asked,
  ) {
    super();
  }
}

import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { ModerationAnswer } from './moderation.answer';

export const MODERATION_PAGE = 50;

/** What was decided about showing what people said: on which ground, when, in which capacity? */
export class SeeModeration extends Query<ModerationAnswer> {
  constructor(
    readonly filters: { readonly consultation?: string },
    readonly asked: Asked,
    readonly page: { readonly cursor?: string | null; readonly limit?: number } = {},
  ) {
    super();
  }
}

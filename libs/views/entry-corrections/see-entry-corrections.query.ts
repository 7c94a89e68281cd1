import { Query } from '@nestjs/cqrs';
import type { Asked } from '../reading/shown';
import type { EntryCorrectionsAnswer } from './entry-corrections.answer';

export const ENTRY_CORRECTIONS_PAGE = 50;

/** Which errors of entry were corrected, where, and by whom? */
export class SeeEntryCorrections extends Query<EntryCorrectionsAnswer> {
  constructor(
    readonly filters: { readonly consultation?: string },
    readonly asked: Asked,
    readonly page: { readonly cursor?: string | null; readonly limit?: number } = {},
  ) {
    super();
  }
}

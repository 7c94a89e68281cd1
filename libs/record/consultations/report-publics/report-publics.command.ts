import { z } from 'zod';
import { publicsReported } from '@fil/facts/events/consultation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import { LONGEST_LIST } from '@fil/facts/kit/fact-fields';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

const { of, encounter, rowsBy, columnsBy, rows, columns } = publicsReported.facts;

export const reportPublicsInput = z.strictObject({
  ...inputs({ of, encounter, rowsBy, columnsBy, rows }),
  columns: input(columns).default([]),
  /** As counted, row after row. They go no further than the decider: what is recorded is what `suppress` leaves. */
  counts: z.array(z.int().min(0).max(2_000_000_000)).min(1).max(LONGEST_LIST),
  ...inputs(publicsReported.sealed),
  enteredInError: input(COMMON_FACTS.enteredInError),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ReportPublicsInput = z.infer<typeof reportPublicsInput>;

export class ReportPublics {
  constructor(
    readonly consultation: ObjectId<'consultation'>,
    readonly input: ReportPublicsInput,
    readonly requested: RequestedBy,
  ) {}
}

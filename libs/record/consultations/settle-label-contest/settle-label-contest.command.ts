import { z } from 'zod';
import { labelUpheld } from '@fil/facts/events/consultation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const settleLabelContestInput = z.strictObject({
  contest: input(labelUpheld.facts.contest),
  /** Whether the document is communication after all. */
  result: z.enum(['upheld', 'corrected']),
  decidedBy: input(labelUpheld.facts.decidedBy),
  ...inputs(labelUpheld.sealed),
  release: input(COMMON_FACTS.release),
  occurredOn: occurredOnInput,
});
export type SettleLabelContestInput = z.infer<typeof settleLabelContestInput>;

export class SettleLabelContest {
  constructor(
    readonly consultation: ObjectId<'consultation'>,
    readonly input: SettleLabelContestInput,
    readonly requested: RequestedBy,
  ) {}
}

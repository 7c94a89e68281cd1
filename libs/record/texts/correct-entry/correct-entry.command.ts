import { z } from 'zod';
import { ENTRY_CORRECTED, type CorrectableAggregate } from '@fil/facts/events/correction.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs } from '../../deciding/input-kinds';

/** One schema per aggregate: which fields may be corrected differs. */
export const correctEntryInput = (aggregate: CorrectableAggregate) => {
  const { facts, sealed } = ENTRY_CORRECTED[aggregate];
  const { event, to } = inputs(facts);
  return z.strictObject({
    event,
    /** The right values, by field; null where there should be none. What was there is on record. */
    to,
    ...inputs(sealed),
  });
};
export type CorrectEntryInput = z.infer<ReturnType<typeof correctEntryInput>>;

export class CorrectEntry {
  constructor(
    readonly id: ObjectId<CorrectableAggregate>,
    readonly input: CorrectEntryInput,
    readonly requested: RequestedBy,
  ) {}
}

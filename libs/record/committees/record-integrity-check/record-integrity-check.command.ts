import { z } from 'zod';
import { integrityChecked } from '@fil/facts/events/committee.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const recordIntegrityCheckInput = z.strictObject({
  ...inputs(integrityChecked.facts),
  ...inputs(integrityChecked.sealed),
  occurredOn: occurredOnInput,
});
export type RecordIntegrityCheckInput = z.infer<typeof recordIntegrityCheckInput>;

/** By the committee. */
export class RecordIntegrityCheck {
  constructor(
    readonly committee: ObjectId<'committee'>,
    readonly input: RecordIntegrityCheckInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { memberLeft } from '@fil/facts/events/committee.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const recordDepartureInput = z.strictObject({
  ...inputs(memberLeft.facts),
  ...inputs(memberLeft.sealed),
  occurredOn: occurredOnInput,
});
export type RecordDepartureInput = z.infer<typeof recordDepartureInput>;

export class RecordDeparture {
  constructor(
    readonly committee: ObjectId<'committee'>,
    readonly input: RecordDepartureInput,
    readonly requested: RequestedBy,
  ) {}
}

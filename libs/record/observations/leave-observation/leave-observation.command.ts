import { z } from 'zod';
import { OBSERVATION_LEFT } from '@fil/facts/events/observation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const leaveObservationInput = z.strictObject({
  ...inputs(OBSERVATION_LEFT.decision.sealed),
  occurredOn: occurredOnInput,
});
export type LeaveObservationInput = z.infer<typeof leaveObservationInput>;

export class LeaveObservation {
  constructor(
    readonly id: ObjectId<'decision' | 'commitment'>,
    readonly input: LeaveObservationInput,
    readonly requested: RequestedBy,
  ) {}
}

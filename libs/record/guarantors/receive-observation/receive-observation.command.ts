import { z } from 'zod';
import { observationReceived } from '@fil/facts/events/guarantor.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const receiveObservationInput = z.strictObject({
  ...inputs(observationReceived.facts),
  ...inputs(observationReceived.sealed),
  occurredOn: occurredOnInput,
});
export type ReceiveObservationInput = z.infer<typeof receiveObservationInput>;

export class ReceiveObservation {
  constructor(
    readonly guarantor: ObjectId<'guarantor'>,
    readonly input: ReceiveObservationInput,
    readonly requested: RequestedBy,
  ) {}
}

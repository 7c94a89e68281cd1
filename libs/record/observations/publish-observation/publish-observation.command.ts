import { z } from 'zod';
import { OBSERVATION_PUBLISHED } from '@fil/facts/events/observation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, occurredOnInput, textInput } from '../../deciding/input-kinds';

export const publishObservationInput = z.strictObject({
  observation: input(OBSERVATION_PUBLISHED.decision.facts.observation),
  /** What is shown where something of it may not be; absent: the observation as it was left. */
  instead: textInput.optional(),
  occurredOn: occurredOnInput,
});
export type PublishObservationInput = z.infer<typeof publishObservationInput>;

export class PublishObservation {
  constructor(
    readonly id: ObjectId<'decision' | 'commitment'>,
    readonly input: PublishObservationInput,
    readonly requested: RequestedBy,
  ) {}
}

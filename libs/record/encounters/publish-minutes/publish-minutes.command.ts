import { z } from 'zod';
import { minutesPublished } from '@fil/facts/events/encounter.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const publishMinutesInput = z.strictObject({
  ...inputs(minutesPublished.facts),
  ...inputs(minutesPublished.sealed),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type PublishMinutesInput = z.infer<typeof publishMinutesInput>;

export class PublishMinutes {
  constructor(
    readonly encounter: ObjectId<'encounter'>,
    readonly input: PublishMinutesInput,
    readonly requested: RequestedBy,
  ) {}
}

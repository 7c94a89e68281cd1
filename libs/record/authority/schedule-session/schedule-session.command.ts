import { z } from 'zod';
import { sessionScheduled } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const scheduleSessionInput = z.strictObject({
  ...inputs(sessionScheduled.facts),
  ...inputs(sessionScheduled.sealed),
  /** The day it was decided on. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type ScheduleSessionInput = z.infer<typeof scheduleSessionInput>;

export class ScheduleSession {
  constructor(
    readonly authority: ObjectId<'authority'>,
    readonly input: ScheduleSessionInput,
    readonly requested: RequestedBy,
  ) {}
}

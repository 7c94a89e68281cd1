import { z } from 'zod';
import { sessionCancelled } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const cancelSessionInput = z.strictObject({
  ...inputs(sessionCancelled.sealed),
  /** The day it was cancelled. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type CancelSessionInput = z.infer<typeof cancelSessionInput>;

export class CancelSession {
  constructor(
    readonly authority: ObjectId<'authority'>,
    /** Code of the session, from the address. */
    readonly code: string,
    readonly input: CancelSessionInput,
    readonly requested: RequestedBy,
  ) {}
}

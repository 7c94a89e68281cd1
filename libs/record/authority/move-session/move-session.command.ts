import { z } from 'zod';
import { sessionMoved } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const moveSessionInput = z.strictObject({
  from: input(sessionMoved.facts.from),
  to: input(sessionMoved.facts.to),
  ...inputs(sessionMoved.sealed),
  /** The day it was decided to move it. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type MoveSessionInput = z.infer<typeof moveSessionInput>;

export class MoveSession {
  constructor(
    readonly authority: ObjectId<'authority'>,
    /** Code of the session, from the address. */
    readonly code: string,
    readonly input: MoveSessionInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { bodyEnded } from '@fil/facts/events/authority.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const endBodyInput = z.strictObject({
  successor: input(bodyEnded.facts.successor),
  ...inputs(bodyEnded.sealed),
  /** The day it ended. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type EndBodyInput = z.infer<typeof endBodyInput>;

export class EndBody {
  constructor(
    readonly authority: ObjectId<'authority'>,
    /** Code of the body, from the address. */
    readonly code: string,
    readonly input: EndBodyInput,
    readonly requested: RequestedBy,
  ) {}
}

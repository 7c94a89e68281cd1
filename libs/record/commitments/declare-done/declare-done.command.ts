import { z } from 'zod';
import { declaredDone } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const declareDoneInput = z.strictObject({
  ...inputs(declaredDone.facts),
  ...inputs(declaredDone.sealed),
  /** Counted when it is not given. */
  evidenceCount: input(declaredDone.facts.evidenceCount).optional(),
  /** The day it was finished. */
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type DeclareDoneInput = z.infer<typeof declareDoneInput>;

export class DeclareDone {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: DeclareDoneInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { findingClosed } from '@fil/facts/events/committee.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const closeFindingInput = z.strictObject({
  ...inputs(findingClosed.facts),
  ...inputs(findingClosed.sealed),
  occurredOn: occurredOnInput,
});
export type CloseFindingInput = z.infer<typeof closeFindingInput>;

/** By the committee. */
export class CloseFinding {
  constructor(
    readonly committee: ObjectId<'committee'>,
    readonly input: CloseFindingInput,
    readonly requested: RequestedBy,
  ) {}
}

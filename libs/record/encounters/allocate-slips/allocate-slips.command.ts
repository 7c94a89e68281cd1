import { z } from 'zod';
import { slipsAllocated } from '@fil/facts/events/encounter.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, occurredOnInput } from '../../deciding/input-kinds';

export const allocateSlipsInput = z.strictObject({
  /** Their numbers go on from the last block. */
  count: input(slipsAllocated.facts.count),
  occurredOn: occurredOnInput,
  takenOver: input(COMMON_FACTS.takenOver),
});
export type AllocateSlipsInput = z.infer<typeof allocateSlipsInput>;

export class AllocateSlips {
  constructor(
    readonly encounter: ObjectId<'encounter'>,
    readonly input: AllocateSlipsInput,
    readonly requested: RequestedBy,
  ) {}
}

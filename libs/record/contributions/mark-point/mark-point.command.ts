import { z } from 'zod';
import { pointMarked } from '@fil/facts/events/contribution.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const markPointInput = z.strictObject({
  ...inputs(pointMarked.facts),
  ...inputs(pointMarked.sealed),
  occurredOn: occurredOnInput,
  assisted: input(COMMON_FACTS.assisted),
  takenOver: input(COMMON_FACTS.takenOver),
});
export type MarkPointInput = z.infer<typeof markPointInput>;

export class MarkPoint {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: MarkPointInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { appealLodged } from '@fil/facts/events/moderation.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs } from '../../deciding/input-kinds';
import { authorKeyInput } from '../author-key/author-key';

export const lodgeAppealInput = z.strictObject({
  ...inputs(appealLodged.facts),
  ...inputs(appealLodged.sealed),
  authorKey: authorKeyInput,
});
export type LodgeAppealInput = z.infer<typeof lodgeAppealInput>;

/** By the author, with her key. */
export class LodgeAppeal {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: LodgeAppealInput,
    readonly requested: RequestedBy,
  ) {}
}

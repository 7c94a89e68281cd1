import { z } from 'zod';
import { contestedByCommittee } from '@fil/facts/events/commitment.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const contestCompletionInput = z.strictObject({
  ...inputs(contestedByCommittee.facts),
  /** The day the committee said so. */
  occurredOn: occurredOnInput,
});
export type ContestCompletionInput = z.infer<typeof contestCompletionInput>;

export class ContestCompletion {
  constructor(
    readonly commitment: ObjectId<'commitment'>,
    readonly input: ContestCompletionInput,
    readonly requested: RequestedBy,
  ) {}
}

import { z } from 'zod';
import { findingRecorded } from '@fil/facts/events/committee.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { input, inputs, occurredOnInput } from '../../deciding/input-kinds';

export const recordFindingInput = z.strictObject({
  ...inputs(findingRecorded.facts),
  ...inputs(findingRecorded.sealed),
  /** Not before the time that the mandate gives; absent: exactly that. */
  replyDueOn: input(findingRecorded.facts.replyDueOn).optional(),
  occurredOn: occurredOnInput,
});
export type RecordFindingInput = z.infer<typeof recordFindingInput>;

/** By the committee. */
export class RecordFinding {
  constructor(
    readonly committee: ObjectId<'committee'>,
    readonly input: RecordFindingInput,
    readonly requested: RequestedBy,
  ) {}
}

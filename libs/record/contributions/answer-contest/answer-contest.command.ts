import { z } from 'zod';
import { contestAnswered } from '@fil/facts/events/words.events';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RequestedBy } from '../../deciding/by-request';
import { inputs, occurredOnInput } from '../../deciding/input-kinds';

export const answerContestInput = z.strictObject({
  ...inputs(contestAnswered.facts),
  ...inputs(contestAnswered.sealed),
  occurredOn: occurredOnInput,
});
export type AnswerContestInput = z.infer<typeof answerContestInput>;

export class AnswerContest {
  constructor(
    readonly id: ObjectId<'contribution'>,
    readonly input: AnswerContestInput,
    readonly requested: RequestedBy,
  ) {}
}

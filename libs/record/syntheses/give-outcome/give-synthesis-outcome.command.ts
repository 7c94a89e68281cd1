import type { ObjectId } from '@fil/facts/kit/aggregates';
import { answerSchema, type AnswerInput } from '../../contributions/answer-input';
import type { RequestedBy } from '../../deciding/by-request';

/** `supersedes` names the common answer that this one replaces. */
export const giveSynthesisOutcomeInput = answerSchema;
export type GiveSynthesisOutcomeInput = AnswerInput;

export class GiveSynthesisOutcome {
  constructor(
    readonly id: ObjectId<'synthesis'>,
    readonly input: GiveSynthesisOutcomeInput,
    readonly requested: RequestedBy,
  ) {}
}

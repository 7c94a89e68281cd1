import { z } from 'zod';
import type { ObjectId } from '@fil/facts/kit/aggregates';
import { answerInput } from '../../contributions/give-outcome/answer-input';
import type { RequestedBy } from '../../deciding/by-request';

/** `supersedes` names the common answer that this one replaces. */
export const giveSynthesisOutcomeInput = z.strictObject(answerInput);
export type GiveSynthesisOutcomeInput = z.infer<typeof giveSynthesisOutcomeInput>;

export class GiveSynthesisOutcome {
  constructor(
    readonly id: ObjectId<'synthesis'>,
    readonly input: GiveSynthesisOutcomeInput,
    readonly requested: RequestedBy,
  ) {}
}

/** What an answer says, given to one contribution or in common to the members of a synthesis. */
import { z } from 'zod';
import { OUTCOME_FACTS, OUTCOME_WORDS } from '@fil/facts/events/contribution.events';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import { eventId, nullable } from '@fil/facts/kit/fact-fields';
import { input, inputs, occurredOnInput } from '../deciding/input-kinds';

// Counted here.
const { evidenceCount: _count, ...facts } = inputs(OUTCOME_FACTS);

export const answerInput = {
  ...facts,
  ...inputs(OUTCOME_WORDS),
  reasons: input(OUTCOME_FACTS.reasons).default([]),
  commitments: input(OUTCOME_FACTS.commitments).default([]),
  /** Event id of the answer that its giver saw and replaces; null, or absent, for the first. */
  supersedes: input(nullable(eventId)).default(null),
  occurredOn: occurredOnInput,
  assisted: input(COMMON_FACTS.assisted),
  takenOver: input(COMMON_FACTS.takenOver),
  release: input(COMMON_FACTS.release),
  enteredInError: input(COMMON_FACTS.enteredInError),
};

export const answerSchema = z.strictObject(answerInput);
export type AnswerInput = z.infer<typeof answerSchema>;

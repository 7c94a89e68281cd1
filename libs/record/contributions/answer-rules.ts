/**
 * The rules of an answer, whether it is given to one contribution or in common to the members of a synthesis. Each stands
 * with its message in `give-outcome/`; what an outcome obliges to say is in `give-outcome/obligations.ts`.
 */
import type { ContributionKind } from '@fil/facts/codes/contribution';
import type { Refusal } from '@fil/facts/kit/refusal';
import { notYetHappened } from '../deciding/happened';
import type { AnswerInput } from './answer-input';
import { notForThisKind } from './give-outcome/for-this-kind';
import { unmetObligation } from './give-outcome/obligations';
import {
  announcedTooLate,
  notTheCurrent,
  unexplainedWorsening,
  wrongError,
  type Replaced,
} from './give-outcome/replacing';
import type { Mandate } from './mandate-of';
import { unknownName } from './named-in-answer';

export interface Answering {
  /** The answer that stands. */
  readonly current: Replaced | null;
  /** What is answered; empty when the outcome is for every kind. */
  readonly kinds: readonly ContributionKind[];
  /** The mandate, and by its id what was found of each object the answer names. */
  readonly seen: Mandate;
  readonly today: string;
}

/** The first rule that refuses the answer; null when it may be given. */
export function refusedAnswer(answer: AnswerInput, { current, kinds, seen, today }: Answering): Refusal | null {
  return (
    notTheCurrent(answer, current) ??
    notForThisKind(answer, kinds) ??
    unmetObligation(answer) ??
    notYetHappened('outcome.toCome', answer.occurredOn, today) ??
    announcedTooLate(answer, today) ??
    unknownName(answer, seen) ??
    wrongError(answer) ??
    unexplainedWorsening(answer, current)
  );
}

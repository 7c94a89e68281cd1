import { outcomeRow, type Outcome } from '@fil/facts/codes/outcome';
import type { NewEventOf } from '@fil/facts/kit/event-definition';
import { outcomeGiven } from '@fil/facts/events/contribution.events';
import { eventFrom } from '../../deciding/event-from';
import { hasPoint, pointOf, type ContributionState, type CurrentAnswer } from '../contribution.state';
import type { AnswerInput } from '../answer-input';
import { notForThisKind } from './for-this-kind';

/** The answer a synthesis gives to its members, as it stands in the synthesis. */
export interface CommonAnswerCopy {
  readonly common: { readonly synthesis: string; readonly rev: number; readonly members: number };
  readonly answer: Omit<AnswerInput, 'supersedes' | 'occurredOn'> & { readonly evidenceCount: number };
  /** When this member was given it: with the others, or on joining. */
  readonly occurredOn: string;
  /** Revision of the synthesis at which she was seen to be a member, just before. */
  readonly seenAt: number;
}

/**
 * What follows on one member of a synthesis when a common answer is given: her copy, or nothing for who has an answer of
 * her own or a final one of another synthesis, was transferred or inadmissible, withdrew or was voided. Never a refusal: the rules were applied to the
 * synthesis. Given a second time, or after a later one, it changes nothing.
 */
export function decideCommonAnswer(
  state: ContributionState,
  contribution: string,
  point: number,
  { common, answer, occurredOn, seenAt }: CommonAnswerCopy,
): NewEventOf<typeof outcomeGiven>[] {
  if (!state.exists || state.voided || state.withdrawn || !hasPoint(state, point)) return [];
  if (state.moderation.inadmissible !== null) return [];
  const current = pointOf(state, point);
  if (current.transferred || !isFollowed(current.answer, common, answer)) return [];
  if (notForThisKind(answer, [state.kind]) || answer.mergedInto === contribution) return [];
  const supersedes = current.answer?.event ?? null;
  const enteredInError =
    answer.enteredInError && supersedes && current.answer?.common?.synthesis === common.synthesis
      ? { ...answer.enteredInError, event: supersedes }
      : undefined;
  const basis = [{ stream: common.synthesis, rev: seenAt }];
  return [eventFrom(outcomeGiven, { ...answer, enteredInError, common, point, supersedes, occurredOn, basis })];
}

/** Nothing yet, an earlier common answer of the same synthesis, or what another one says until it has a final answer. */
function isFollowed(
  current: Pick<CurrentAnswer, 'outcome' | 'common'> | null,
  { synthesis, rev }: CommonAnswerCopy['common'],
  { outcome }: CommonAnswerCopy['answer'],
): boolean {
  if (current === null) return true;
  if (current.common === null) return false;
  if (current.common.synthesis === synthesis) return current.common.rev < rev;
  return isProvisional(current.outcome) && !isProvisional(outcome);
}

const isProvisional = (outcome: Outcome): boolean => outcomeRow(outcome).provisional;

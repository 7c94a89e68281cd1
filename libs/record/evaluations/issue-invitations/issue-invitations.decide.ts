import { invitationsIssued } from '@fil/facts/events/evaluation.events';
import type { Actor } from '@fil/facts/kit/actor';
import { event } from '@fil/facts/kit/event-definition';
import { refuse } from '@fil/facts/kit/refusal';
import type { Decided, DecidingContext } from '../../deciding/decider';
import type { EvaluationState } from '../evaluation.state';
import { missingEvaluation, notItsFacilitator } from '../standing';

/** An event holds at most so many digests. */
const IN_ONE_EVENT = 100;

/** @param digests SHA-256 of the codes */
export function decideInvitations(
  state: EvaluationState,
  digests: readonly string[],
  actor: Actor,
  { today }: DecidingContext,
): Decided {
  if (!state.exists) return missingEvaluation();
  const refused = notItsFacilitator(state, actor);
  if (refused) return refused;
  if (state.closedAt !== null || state.to < today) {
    return refuse(
      'evaluation.closed',
      { fr: 'Cette évaluation n’attend plus de réponses.', en: 'This evaluation takes no more answers.' },
      { kind: 'conflict' },
    );
  }
  return Array.from({ length: Math.ceil(digests.length / IN_ONE_EVENT) }, (_, n) => {
    const some = digests.slice(n * IN_ONE_EVENT, (n + 1) * IN_ONE_EVENT);
    return event(invitationsIssued, { data: { count: some.length }, words: { digests: some } });
  });
}

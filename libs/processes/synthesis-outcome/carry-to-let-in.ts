import type { ObjectId } from '@fil/facts/kit/aggregates';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';
import { contribution } from '@fil/record/contributions/contribution.state';
import { fold } from '@fil/record/deciding/decider';
import type { DecisionTaker } from '@fil/record/deciding/take-decision';
import { synthesis } from '@fil/record/syntheses/synthesis.state';
import { carryToMember } from './carry-to-member';
import { copyOf } from './common-answer-copy';
import { Membership } from './membership';

/**
 * Carries to one contribution the common answers that stand in the syntheses it is in. An answer given after this has read
 * its synthesis finds her let in, and reaches her by itself.
 *
 * @param trigger the event that let her in: she is answered from its day on
 */
export async function carryToLetIn(
  decisions: DecisionTaker,
  trigger: RecordedEvent,
  signal: AbortSignal,
): Promise<void> {
  const stream = trigger.stream as ObjectId<'contribution'>;
  const state = fold(contribution, await decisions.load(stream));
  if (!state.exists) return;
  for (const [point, { syntheses }] of state.points) {
    for (const grouping of syntheses) {
      signal.throwIfAborted();
      const history = await decisions.load(grouping);
      const answer = answerIn(history);
      if (!answer) continue;
      const given = history.find(({ id }) => id === answer.event)!;
      const membership = new Membership(decisions, grouping, history);
      const errand = { contribution: stream, point, does: 'answer' } as const;
      await carryToMember(decisions, given, errand, copyOf(given, answer, trigger), membership, trigger.id);
    }
  }
}

function answerIn(history: readonly RecordedEvent[]) {
  const state = fold(synthesis, history);
  return state.exists ? state.answer : null;
}

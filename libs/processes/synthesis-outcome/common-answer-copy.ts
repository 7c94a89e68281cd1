import { happenedOn, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import type { CommonAnswerCopy } from '@fil/record/contributions/give-outcome/common-answer.decide';
import type { CommonAnswer } from '@fil/record/syntheses/synthesis.state';

/**
 * What the members of a synthesis get of its common answer: the facts. Its words stay where they were said, once, and
 * are read there: erased there, they are erased for all.
 *
 * @param given the event that gave it
 * @param trigger the event that brings it to the members: the same one, or the one by which they joined
 */
export function copyOf(
  given: Pick<RecordedEvent, 'stream' | 'data'>,
  { rev, members }: Pick<CommonAnswer, 'rev' | 'members'>,
  trigger: Pick<RecordedEvent, 'occurredOn' | 'at'>,
): Omit<CommonAnswerCopy, 'seenAt'> {
  const { supersedes: _own, members: _count, basis: _read, ...facts } = given.data;
  return {
    common: { synthesis: given.stream, rev, members },
    answer: facts as unknown as CommonAnswerCopy['answer'],
    occurredOn: happenedOn(trigger),
  };
}

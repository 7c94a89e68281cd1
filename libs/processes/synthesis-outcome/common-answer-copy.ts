import { synthesisOutcomeGiven } from '@fil/facts/events/synthesis.events';
import { happenedOn, type RecordedEvent } from '@fil/log/event-store/recorded-event';
import { readable, type Opened, type OpenedEvent } from '@fil/log/vault/vault';
import type { CommonAnswerCopy } from '@fil/record/contributions/give-outcome/common-answer.decide';
import type { CommonAnswer } from '@fil/record/syntheses/synthesis.state';

/**
 * The copy of a common answer that its members get, with its words. Words that were erased since stay erased.
 *
 * @param given the event that gave it, opened
 * @param trigger the event that brings it to the members: the same one, or the one by which they joined
 */
export function copyOf(
  given: OpenedEvent,
  { rev, members }: Pick<CommonAnswer, 'rev' | 'members'>,
  trigger: Pick<RecordedEvent, 'occurredOn' | 'at'>,
): CommonAnswerCopy {
  const { supersedes: _own, members: _count, basis: _read, ...facts } = given.data;
  const words: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(synthesisOutcomeGiven.sealed)) {
    const value = given.words[name];
    words[name] =
      field.list && Array.isArray(value)
        ? (value as Opened<string>[]).flatMap((item) => readable(item) ?? [])
        : readable(value);
  }
  return {
    common: { synthesis: given.stream, rev, members },
    answer: { ...facts, ...words } as unknown as CommonAnswerCopy['answer'],
    occurredOn: happenedOn(trigger),
  };
}

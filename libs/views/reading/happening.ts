import { daysBetween } from '@fil/facts/dates/calendar-date';
import { parisDay } from '@fil/facts/dates/paris-day';
import { lastDay } from '@fil/facts/dates/when';
import { happened } from '@fil/facts/figures/fact-event';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import type { OpenedEvent } from '@fil/log/vault/vault';
import type { Happened, TakenOver } from './happened';

/** What a history keeps of an event. */
export type KeptEvent = Pick<
  OpenedEvent,
  'index' | 'id' | 'type' | 'stream' | 'at' | 'occurredOn' | 'cause' | 'actor' | 'data' | 'words'
>;

export const keptEvent = ({
  index,
  id,
  type,
  stream,
  at,
  occurredOn,
  cause,
  actor,
  data,
  words,
}: OpenedEvent): KeptEvent => ({
  index,
  id,
  type,
  stream,
  at,
  occurredOn,
  cause,
  actor,
  data,
  words,
});

const takenOverOf = ({ takenOver }: CommonFacts): TakenOver | null =>
  takenOver ? { source: takenOver.source, word: takenOver.word ?? null, notStated: takenOver.notStated ?? [] } : null;

/** When, by whom and where in the log. An entry more than a day later than the fact says when it was made (02 §2.1). */
export function happening(event: Omit<KeptEvent, 'stream' | 'words' | 'cause'>): Happened {
  const occurredOn = happened(event);
  const day = parisDay(event.at);
  return {
    event: event.id,
    index: event.index,
    occurredOn,
    enteredOn: daysBetween(lastDay(occurredOn), day) > 1 ? day : null,
    at: event.at,
    actor: event.actor,
    takenOver: takenOverOf(event.data),
  };
}

/** For specifications of what is built from histories: events as a history keeps them, all of whose words may be shown. */
import type { NewEvent } from '@fil/facts/kit/event-definition';
import type { History } from '../history';

/** Id that the n-th event of the log has, n from 0. */
export const keptEventId = (n: number): string => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;

/** Written one after the other, from this index of the log on. */
export const historyOf = (stream: string, events: readonly NewEvent[], from = 0): History => ({
  events: events.map((event, n) => ({
    index: from + n,
    id: keptEventId(from + n),
    type: event.type,
    stream,
    at: '2026-03-03T09:00:00Z',
    occurredOn: event.occurredOn,
    cause: null,
    actor: { role: 'official', body: 'mairie' },
    data: event.data,
    words: event.words as Readonly<Record<string, unknown>>,
  })),
});

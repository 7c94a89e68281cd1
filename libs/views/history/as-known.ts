/** A history cut at a size: the facts as recorded then, the words as they may be shown today. Pure. */
import { definitionOf, EVENT_SCHEMA } from '@fil/facts/events/registry';
import { isErased, WITHHELD } from '@fil/log/vault/vault';
import type { History } from '../reading/history';
import type { KeptEvent } from '../reading/happening';

/** @param size entries of the log that count */
export function asKnown(stream: string, { events }: History, size: number): History {
  const then = events.filter(({ index }) => index < size);
  const later = events.slice(then.length);
  const disclosed = EVENT_SCHEMA.mustBeOpened(stream) && !isOpen(then) && isOpen(events);
  return {
    events: disclosed ? then.map(undisclosed) : then,
    since: {
      restrictions: later.filter(({ type }) => restricts(type)).length,
      erased: then.reduce((sum, { words }) => sum + erasedIn(words), 0),
      disclosed,
    },
  };
}

const isOpen = (events: readonly KeptEvent[]): boolean =>
  events.reduce((open, { type }) => {
    const { visibility } = definitionOf(type);
    return visibility === 'opens' ? true : visibility === 'closes' ? false : open;
  }, false);

const restricts = (type: string): boolean => ['closes', 'withholds'].includes(definitionOf(type).visibility ?? '');

const erasedIn = (words: KeptEvent['words']): number =>
  Object.values(words).reduce<number>(
    (sum, word) => sum + (Array.isArray(word) ? word : [word]).filter(isErased).length,
    0,
  );

/** As it was before it was made public: no words, and where it was restricted two facts in clear. */
function undisclosed({ words, data, ...event }: KeptEvent, _: number, [first]: readonly KeptEvent[]): KeptEvent {
  const { consultation, sensitivity } = first!.data;
  const concealed = sensitivity !== undefined && sensitivity !== 'public';
  return {
    ...event,
    data: concealed ? { consultation, sensitivity } : data,
    words: Object.fromEntries(
      Object.entries(words).map(([name, word]) => [
        name,
        Array.isArray(word) ? word.map(() => WITHHELD) : isErased(word) ? word : WITHHELD,
      ]),
    ),
  };
}

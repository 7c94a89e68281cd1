/** A history cut at a size: the facts as recorded then, the words as they may be shown today. Pure. */
import { definitionOf, EVENT_SCHEMA } from '@fil/facts/events/registry';
import { isErased, WITHHELD } from '@fil/log/vault/vault';
import type { History } from '../reading/history';
import type { KeptEvent } from '../reading/happening';

/** @param size entries of the log that count */
export function asKnown(stream: string, { events }: History, size: number): History {
  const then = events.filter(({ index }) => index < size);
  const later = events.slice(then.length);
  const opened = EVENT_SCHEMA.mustBeOpened(stream);
  const wordsSince = opened && !isOpen(then) && isOpen(events);
  const factsSince = opened && isRestricted(events) && !wasOpened(then) && wasOpened(events);
  const disclosed = wordsSince || factsSince;
  return {
    events: then.map((event) => withoutFacts(withoutWords(event, wordsSince), factsSince, then[0]!)),
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

/** A fact once public stays public: it is not taken back when the object is closed again. */
const wasOpened = (events: readonly KeptEvent[]): boolean =>
  events.some(({ type }) => definitionOf(type).visibility === 'opens');

/** Its facts were sealed too when it was recorded. */
function isRestricted([first]: readonly KeptEvent[]): boolean {
  const sensitivity = first?.data['sensitivity'];
  return sensitivity !== undefined && sensitivity !== 'public';
}

const restricts = (type: string): boolean => ['closes', 'withholds'].includes(definitionOf(type).visibility ?? '');

const erasedIn = (words: KeptEvent['words']): number =>
  Object.values(words).reduce<number>(
    (sum, word) => sum + (Array.isArray(word) ? word : [word]).filter(isErased).length,
    0,
  );

/** As it was before its words were made public. */
const withoutWords = (event: KeptEvent, hidden: boolean): KeptEvent =>
  hidden
    ? {
        ...event,
        words: Object.fromEntries(
          Object.entries(event.words).map(([name, word]) => [
            name,
            Array.isArray(word) ? word.map(() => WITHHELD) : isErased(word) ? word : WITHHELD,
          ]),
        ),
      }
    : event;

/** As it was before anything of it was: two facts in clear. */
function withoutFacts(event: KeptEvent, hidden: boolean, first: KeptEvent): KeptEvent {
  const { consultation, sensitivity } = first.data;
  return hidden ? { ...event, data: { consultation, sensitivity } } : event;
}

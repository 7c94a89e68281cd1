/** What the register says about its own log. */
import { AGGREGATES } from '../kit/aggregates';
import { type DataOf, defineEvent } from '../kit/event-definition';
import { eventId, integer, optional, ref } from '../kit/fact-fields';
import { text } from '../kit/sealed-fields';

/**
 * An event that stands in the event store and that the log does not take. `stream` and `revision` say which one when it
 * stands in one of the register's own streams, where a copy has the same id.
 */
export const logRefused = defineEvent('log.refused/1', {
  meaning: {
    fr: 'Un événement trouvé dans le magasin d’événements n’est pas entré au registre.',
    en: 'An event found in the event store was not taken into the log.',
  },
  facts: {
    event: eventId,
    stream: optional(ref(...AGGREGATES)),
    /** From 1, as the event store counts. */
    revision: optional(integer(1, 2_000_000_000)),
  },
  sealed: { reason: text() },
});

export type LogRefused = DataOf<typeof logRefused>;

export const LOG_EVENTS = [logRefused] as const;

/** What the register says about its own log. */
import { AGGREGATES } from '../kit/aggregates';
import { type DataOf, defineEvent } from '../kit/event-definition';
import { eventId, integer, optional, publicKey, ref } from '../kit/fact-fields';
import { optionalSealed, text } from '../kit/sealed-fields';

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

/** The key's name is the origin of the log, which stands in every entry; its id follows from both. */
export const logKeyAdded = defineEvent('log.keyAdded/1', {
  meaning: {
    fr: 'Une clé de plus signe le registre à partir d’ici.',
    en: 'From here on, one more key signs the register.',
  },
  facts: { publicKey },
  sealed: { reason: optionalSealed(text()) },
});

/** What a key has signed before stays good. */
export const logKeyRetired = defineEvent('log.keyRetired/1', {
  meaning: {
    fr: 'Une clé ne signe plus le registre à partir d’ici.',
    en: 'From here on, a key no longer signs the register.',
  },
  facts: { publicKey },
  sealed: { reason: optionalSealed(text()) },
});

export const LOG_EVENTS = [logRefused, logKeyAdded, logKeyRetired] as const;

/** What the figures are computed from: a verified entry, its facts as they read today. */
import { isWhen } from '@fil/facts/dates/when';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import type { FactEvent } from '@fil/facts/figures/fact-event';
import { COMMON_FACTS } from '@fil/facts/kit/common-facts';
import type { EventReading } from '@fil/facts/kit/event-schema';
import { checkFacts, type FactFields } from '@fil/facts/kit/fact-fields';
import { CONCEALED_DATA, type Entry } from '@fil/log/transparency/entry';
import { Unreadable } from '@fil/log/transparency/unreadable';

/** @throws Unreadable when this verifier does not know the type, or the facts are not those of the type */
export function factEvent({ id, type, stream, at, occurredOn, cause, data, sealed }: Entry, index: number): FactEvent {
  const { reading, declared } = knownType(type);
  // Of an object that is not public only a few facts are there, whatever the version.
  const concealed = CONCEALED_DATA in sealed;
  const expected = concealed
    ? Object.fromEntries(Object.entries(declared).filter(([name]) => Object.hasOwn(data, name)))
    : declared;
  const problem = checkFacts(expected, data);
  if (problem) throw new Unreadable(`entry ${index} is no ${type}: ${problem}`);
  if (occurredOn !== null && !isWhen(occurredOn)) throw new Unreadable(`entry ${index} happened on no date`);
  return {
    index,
    id,
    type: reading.current.type,
    stream,
    at,
    occurredOn,
    cause,
    data: concealed ? data : reading.facts(data),
  };
}

interface Known {
  readonly reading: EventReading;
  /** The facts of its own that it declares, and those any event may have. */
  readonly declared: FactFields;
}

function knownType(type: string): Known {
  const known = KNOWN.get(type);
  if (!known) throw new Unreadable(`this verifier does not know the event "${type}": take one of a later release`);
  return known;
}

const KNOWN = new Map(
  EVENT_SCHEMA.readings.map((reading): [string, Known] => [
    reading.recorded.type,
    { reading, declared: { ...COMMON_FACTS, ...(reading.recorded.facts as FactFields) } },
  ]),
);

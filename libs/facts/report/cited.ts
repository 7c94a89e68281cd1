/** The events a report rests on. */
import { happened, type FactEvent } from '../figures/fact-event';
import { namedVersion } from '../kit/event-definition';
import type { When } from '../dates/when';

/** An event with its facts as the entry has them; its words are looked up by its id, as they may be shown today. */
export interface Cited {
  readonly event: string;
  readonly index: number;
  /** Type without its version: `commitment.rescheduled`. */
  readonly name: string;
  readonly stream: string;
  readonly on: When;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Type of an event without its version: a report reads every version alike. */
export const nameOf = ({ type }: Pick<FactEvent, 'type'>): string => namedVersion(type).name;

/** Which streams a rule read is of use to who takes the decision again, not to who reads a report. */
export function cite(event: FactEvent): Cited {
  const { basis: _, ...facts } = event.data;
  return {
    event: event.id,
    index: event.index,
    name: nameOf(event),
    stream: event.stream,
    on: happened(event),
    facts,
  };
}

/** Those events of an object that have one of these names, in the order of the log. */
export const citedOf = (events: readonly FactEvent[], ...names: readonly string[]): Cited[] =>
  events.filter((event) => names.includes(nameOf(event))).map(cite);

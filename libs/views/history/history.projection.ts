/**
 * Everything that happened, event by event, with its words as the public may read them today. The histories of objects,
 * the timeline and what was known on a day are read from it; which object follows from which is looked up when somebody
 * asks, so that an event changes nothing of another object (docs/decisions/0005).
 */
import { AGGREGATES, isObjectId } from '@fil/facts/kit/aggregates';
import { parisDay } from '@fil/facts/dates/paris-day';
import { firstDay, lastDay } from '@fil/facts/dates/when';
import { happened, type KnownData } from '@fil/facts/figures/fact-event';
import type { outcomeGiven } from '@fil/facts/events/contribution.events';
import type { EventTable, Projection } from '@fil/log/projections/projection';
import { keptEvent } from '../reading/happening';

/** Ids of members are many, and most readers only want their number: they stand in a column of their own. */
const counted = (
  { members: _, ...data }: Readonly<Record<string, unknown>>,
  members: readonly unknown[],
): Readonly<Record<string, unknown>> => ({ ...data, memberCount: members.length });

/** The objects named in some facts, at whatever depth. */
export function objectsNamedIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (isObjectId(value)) found.add(value);
  else if (Array.isArray(value)) for (const item of value) objectsNamedIn(item, found);
  else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) objectsNamedIn(item, found);
  }
  return found;
}

const carries = ({ type, data, cause }: Parameters<EventTable['row']>[0]): string | null =>
  type === 'contribution.outcomeGiven/1' && (data as KnownData<typeof outcomeGiven>).common !== undefined
    ? cause
    : null;

const events: EventTable = {
  name: 'history_event',
  aggregates: AGGREGATES,
  columns: {
    event: 'json NOT NULL',
    /** The members that an event of a synthesis names. */
    members: 'json',
    type: 'text NOT NULL',
    role: 'text NOT NULL',
    body: 'text',
    /** First and last day on which it may have happened: as corrected, whereas the event stays as it was recorded. */
    happened_from: 'date NOT NULL',
    happened_to: 'date NOT NULL',
    /** Day in Paris on which it was written. */
    entered_on: 'date NOT NULL',
    /** Of the first event of an object, the objects it names; null for the others. */
    names: 'text[]',
    /** The common answer that an answer carries: to tell how far it has come. */
    carries: 'uuid',
  },
  indexes: [
    '(happened_from, happened_to, index)',
    '(type, happened_from, happened_to, index)',
    '(entered_on, index)',
    "(split_part(type, '.', 1), index) WHERE names IS NOT NULL",
    'USING gin (names) WITH (fastupdate = off) WHERE names IS NOT NULL',
    '(carries) WHERE carries IS NOT NULL',
  ],
  row(event, asCorrected) {
    const when = happened(asCorrected);
    const { basis: _, members: given, ...facts } = asCorrected.data;
    const members = Array.isArray(given) ? (given as readonly unknown[]) : null;
    const kept = keptEvent(event);
    return {
      event: members ? { ...kept, data: counted(event.data, members) } : kept,
      members,
      type: event.type,
      role: event.actor.role,
      body: event.actor.body,
      happened_from: firstDay(when),
      happened_to: lastDay(when),
      entered_on: parisDay(event.at),
      names: event.rev === 1 ? [...objectsNamedIn(facts)] : null,
      carries: carries(event),
    };
  },
};

export const HISTORY: Projection = { name: 'history', version: 1, folds: [], events: [events] };

import type { decisionRegistered } from '@fil/facts/events/decision.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import { happening } from '../reading/happening';
import { naming, wordsOf, type ThreadReading } from './reading-of';
import type { ThreadDecision } from './thread.answer';

/** A decision as pages show it; null when it is named and not in this register. */
export function decisionOf(reading: ThreadReading, id: string | undefined): ThreadDecision | null {
  const event = id === undefined ? undefined : reading.gathered.decisions.get(id)?.events[0];
  if (!event) return null;
  const data = event.data as KnownData<typeof decisionRegistered>;
  const named = naming(reading.names, data.authority ?? null);
  return {
    id: event.stream,
    title: wordsOf(event, 'title'),
    summary: wordsOf(event, 'summary'),
    address: wordsOf(event, 'address'),
    kind: data.kind ?? 'other',
    body: named('bodies', data.body),
    decidedBy: named('functions', data.decidedBy),
    act: data.act
      ? {
          id: data.act.id ?? null,
          date: data.act.date ?? null,
          prefectureId: data.act.prefectureId ?? null,
          prefectureDate: data.act.prefectureDate ?? null,
        }
      : null,
    votes: data.votes ? { ...data.votes, members: data.votes.members ?? null } : null,
    registered: happening(event),
  };
}

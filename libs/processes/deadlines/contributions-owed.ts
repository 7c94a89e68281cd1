import { contributionRecorded } from '@fil/facts/events/contribution.events';
import { evolveSettling, type Settling } from '@fil/facts/figures/settling';
import { namedVersion } from '@fil/facts/kit/event-definition';
import type { EventStore } from '@fil/log/event-store/event-store.port';
import { toRecordedEvent } from '@fil/log/event-store/recorded-event';
import type { Owed } from '@fil/record/deadlines/find-missed/find-missed.decide';
import { eventsOf, recordedBefore, type Counts } from './runs-in';

const BATCH = 2_000;

/** The contributions of a consultation, from the log: a rule never asks a read model. */
async function contributionsOf(store: Pick<EventStore, 'readAll'>, consultation: string): Promise<string[]> {
  const { name: recorded } = namedVersion(contributionRecorded.type);
  const found: string[] = [];
  for (let after = 0; ;) {
    const entries = await store.readAll(after, BATCH);
    for (const entry of entries) {
      if (namedVersion(entry.type).name !== recorded) continue;
      if (toRecordedEvent(entry).data['consultation'] === consultation) found.push(entry.stream);
    }
    const last = entries.at(-1);
    if (!last) return found;
    after = last.index + 1;
  }
}

const settledBy = (events: Awaited<ReturnType<typeof eventsOf>>, counts: Counts): Settling | null =>
  events.filter(counts).reduce<Settling | null>((state, event) => evolveSettling(state, event), null);

/**
 * The contributions recorded before the instant that were not settled then, each with the event that has settled it since:
 * one judgement for all of a consultation, read from their streams.
 */
export async function contributionsOwed(
  store: Pick<EventStore, 'readAll' | 'readStream'>,
  consultation: string,
  instant: Date,
  signal: AbortSignal,
): Promise<Owed> {
  const owed: Owed['owed'][number][] = [];
  let inAll = 0;
  for (const stream of await contributionsOf(store, consultation)) {
    signal.throwIfAborted();
    const events = await eventsOf(store, stream);
    const then = settledBy(events, recordedBefore(instant));
    if (!then || then.facts.voided) continue;
    inAll++;
    if (then.settled) continue;
    const since = settledBy(events, () => true)?.settled;
    owed.push({
      object: stream as Owed['owed'][number]['object'],
      ...(since && { event: since.event, recordedAt: since.at }),
    });
  }
  return { owed, inAll };
}

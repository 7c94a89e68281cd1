import { contributionRecorded } from '@fil/facts/events/contribution.events';
import { hasDuplicates } from '@fil/facts/figures/duplicates';
import { evolveSettling, settledWithOthers, type Settling } from '@fil/facts/figures/settling';
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

type Reading = (stream: string) => ReturnType<typeof eventsOf>;

/** A contribution as it stood, with those of which it is a duplicate: with them it counts. */
async function standingOf(stream: string, read: Reading, counts: Counts): Promise<ReadonlyMap<string, Settling>> {
  const found = new Map<string, Settling>();
  const waiting = [stream];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (found.has(one)) continue;
    const events = (await read(one)).filter(counts);
    const state = events.reduce<Settling | null>((before, event) => evolveSettling(before, event), null);
    if (!state) continue;
    found.set(one, state);
    if (hasDuplicates(state.facts))
      waiting.push(...Object.values(state.facts.points).flatMap(({ answer }) => answer?.mergedInto ?? []));
  }
  return found;
}

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
    const read: Reading = (one) => eventsOf(store, one);
    const settled = (standing: ReadonlyMap<string, Settling>) => settledWithOthers(stream, (one) => standing.get(one));
    const then = await standingOf(stream, read, recordedBefore(instant));
    const facts = then.get(stream)?.facts;
    if (!facts || facts.voided) continue;
    inAll++;
    if (settled(then)) continue;
    const since = settled(await standingOf(stream, read, () => true));
    owed.push({
      object: stream as Owed['owed'][number]['object'],
      ...(since && { event: since.event, recordedAt: since.at }),
    });
  }
  return { owed, inAll };
}

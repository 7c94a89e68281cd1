import { setTimeout as sleep } from 'node:timers/promises';
import { logRefused } from '@fil/facts/events/log.events';
import { EVENT_SCHEMA } from '@fil/facts/events/registry';
import { event } from '@fil/facts/kit/event-definition';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { sealEvents } from '../../vault/sealer';
import { derivedEventId } from '../ids';
import type { EventStoreDbEventStore } from './eventstoredb-event-store';
import { factsOf, refusalStream } from './refusals';

export interface Refusal {
  /** Of the event that is refused. */
  readonly eventId: string;
  readonly reason: Text;
  /** Origin of the log. */
  readonly log: string;
  readonly now: Date;
}

export type RefusalOutcome =
  /** The log went on; the entry that says so. */
  | { readonly status: 'refused'; readonly stream: string }
  /** The refusal is stored, and the log still stands before the event. */
  | { readonly status: 'pending'; readonly stream: string }
  /** The log does not stand still before this event; before which one, or null when it goes. */
  | { readonly status: 'notBefore'; readonly halted: string | null };

const LONGEST_WAIT = 30_000;
const POLL = 200;

/**
 * Records that an event is not taken into the log, for ever, and waits until the log has gone on. Only the event before
 * which the log stands still: one that fits is never refused.
 *
 * @throws StoreBusy, AppendUncertain: ask again, the refusal is recorded once.
 */
export async function refuseEvent(
  store: EventStoreDbEventStore,
  { eventId, reason, log, now }: Refusal,
): Promise<RefusalOutcome> {
  const { misfit, halted } = await store.integration();
  if (misfit?.id !== eventId) return { status: 'notBefore', halted };
  const stream = refusalStream(log, eventId);
  const expected = (await store.readStream(stream)).length;
  const entries = sealEvents(
    [event(logRefused, { data: factsOf(misfit), words: { reason } })],
    {
      log,
      stream,
      firstRev: expected + 1,
      // One for each place: a second try is the same refusal.
      ids: [derivedEventId(`log.refused ${log} ${eventId} ${misfit.stream}`, misfit.rev)],
      at: `${now.toISOString().slice(0, 19)}Z`,
      actor: { role: 'administrator', body: null },
      account: null,
      cause: null,
      subject: null,
      concealed: null,
    },
    EVENT_SCHEMA,
  );
  const result = await store.appendRefusal({ stream, expected, entries });
  if (result.status === 'conflict') return refuseEvent(store, { eventId, reason, log, now });
  for (const limit = performance.now() + LONGEST_WAIT; performance.now() < limit; await sleep(POLL)) {
    const standing = (await store.integration()).misfit;
    if (standing?.id !== eventId || standing.stream !== misfit.stream || standing.rev !== misfit.rev)
      return { status: 'refused', stream };
  }
  return { status: 'pending', stream };
}

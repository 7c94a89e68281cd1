/** Who was passed over when a common answer was carried, and may be answered since: only her own events say so. */
import { contributionEntryCorrected } from '@fil/facts/events/contribution.events';
import { appealDecided } from '@fil/facts/events/moderation.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { RecordedEvent } from '@fil/log/event-store/recorded-event';

/**
 * Whether an event of a contribution may end what kept a common answer from it: an admissibility given back, or a kind
 * corrected that the answer was not for. Of an object that is not public it may: what it says is sealed.
 */
export function mayLetIn({ type, data }: Pick<RecordedEvent, 'type' | 'data'>): boolean {
  if (type === appealDecided.type) return (data as KnownData<typeof appealDecided>).result !== 'upheld';
  if (type !== contributionEntryCorrected.type) return false;
  const { event, kind } = data as KnownData<typeof contributionEntryCorrected>;
  return event === undefined || kind !== undefined;
}

/** Whether anybody watches over a consultation: a guarantor, or a follow-up committee. */
import { firstDay } from '../dates/when';
import type { committeeEstablished } from '../events/committee.events';
import { happened, type FactEvent, type KnownData } from './fact-event';
import { evolveGuarantor, isWatchedOn, type GuarantorFacts } from './guarantors';

type Told = Pick<FactEvent, 'type' | 'at' | 'occurredOn' | 'data'>;

export interface Watched {
  readonly id: string;
  /** The authority that holds it. */
  readonly organiser: string | null;
}

/**
 * @param watchers what happened to each guarantor and each committee, from its first event on; others may be among them
 * @param day `YYYY-MM-DD`
 */
export const isWatched = (watchers: Iterable<readonly Told[]>, consultation: Watched, day: string): boolean =>
  [...watchers].some((events) => {
    const guarantor = events.reduce<GuarantorFacts | null>(evolveGuarantor, null);
    return guarantor ? isWatchedOn([guarantor], consultation, day) : isFollowedOn(events[0], consultation, day);
  });

/** @param first the first event of a committee */
function isFollowedOn(first: Told | undefined, { id, organiser }: Watched, day: string): boolean {
  if (first?.type !== 'committee.established/1') return false;
  const { authority, scope = [], until } = first.data as KnownData<typeof committeeEstablished>;
  const inScope =
    scope.length > 0 ? scope.some((one) => one === id) : authority !== undefined && authority === organiser;
  return inScope && firstDay(happened(first)) <= day && (until === undefined || day <= until);
}

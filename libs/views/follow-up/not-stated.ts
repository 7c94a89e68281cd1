import type { CommonFacts } from '@fil/facts/kit/common-facts';
import type { KeptEvent } from '../reading/happening';
import type { NotStated } from '../reading/happened';

/** Taken over from a source that does not say this. */
export const isNotStated = (event: KeptEvent, what: NotStated): boolean =>
  (event.data as CommonFacts).takenOver?.notStated?.includes(what) ?? false;

/** The slips of a planned date: from which day to which, how far, and how long before or after it was said. */
import { daysBetween } from '@fil/facts/dates/calendar-date';
import { firstDay, lastDay, type When } from '@fil/facts/dates/when';
import type { commitmentRescheduled } from '@fil/facts/events/commitment.events';
import { slip } from '@fil/facts/figures/commitment-progress';
import { happened, type KnownData } from '@fil/facts/figures/fact-event';
import type { Naming } from '../names/naming';
import { eventsOf, type History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import { words } from '../reading/words-of';
import { isNotStated } from './not-stated';
import type { Rescheduling } from './shown-commitment.answer';

export const reschedulingsOf = (commitment: History, named: Naming): Rescheduling[] =>
  eventsOf(commitment, 'commitment.rescheduled/1').map((event) => {
    const data = event.data as KnownData<typeof commitmentRescheduled>;
    const from = data.from ?? null;
    const to = data.to ?? null;
    return {
      given: happening(event),
      from,
      to,
      days: slip(from, to),
      announced: announced(happened(event), from),
      decidedBy: named('functions', data.decidedBy),
      reasonKind: reasonKind(event, data),
      reason: words(event, 'reason'),
      withheld: data.reasonWithheld ?? null,
    };
  });

/** Null when the day of the announcement is not known to the day: between two snapshots of a source, it is an interval. */
function announced(said: When, old: When | null): Rescheduling['announced'] {
  if (old === null || firstDay(said) !== lastDay(said)) return null;
  const days = daysBetween(said, lastDay(old));
  return { days: Math.abs(days), before: days >= 0 };
}

function reasonKind(event: KeptEvent, data: KnownData<typeof commitmentRescheduled>): Rescheduling['reasonKind'] {
  if (words(event, 'reason') !== null) return 'stated';
  if (data.reasonWithheld) return 'withheld';
  return isNotStated(event, 'reason') ? 'notStatedBySource' : 'none';
}

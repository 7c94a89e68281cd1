import { MEANS } from '@fil/facts/codes/consultation';
import type { meansReported } from '@fil/facts/events/consultation.events';
import type { KnownData } from '@fil/facts/figures/fact-event';
import type { CommonFacts } from '@fil/facts/kit/common-facts';
import type { Text } from '@fil/facts/kit/sealed-fields';
import { eventsOf, type History } from '../reading/history';
import { happening, type KeptEvent } from '../reading/happening';
import type { Consultation, MeansReport } from './consultations.answer';
import { words } from '../reading/words-of';

/** The events that others replace as entered in error. */
export const replaced = (events: readonly KeptEvent[]): ReadonlySet<string> =>
  new Set(events.flatMap(({ data }) => (data as CommonFacts).enteredInError?.event ?? []));

export function buildMeans(history: History): Consultation['means'] {
  const events = eventsOf(history, 'consultation.meansReported/1');
  const wrong = replaced(events);
  const reports = events.map((event): MeansReport => {
    const { category, cents, hours } = event.data as KnownData<typeof meansReported>;
    return {
      ...happening(event),
      category: category ?? 'other',
      cents: cents ?? null,
      hours: hours ?? null,
      note: words<Text>(event, 'note'),
      enteredInError: wrong.has(event.id),
    };
  });
  const standing = reports.filter(({ enteredInError }) => !enteredInError);
  const sums = (of: readonly MeansReport[]) => ({
    cents: of.reduce((sum, { cents }) => sum + (cents ?? 0), 0),
    hours: of.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
  });
  return {
    total: sums(standing),
    byCategory: MEANS.flatMap((category) => {
      const ofIt = standing.filter((one) => one.category === category);
      return ofIt.length === 0 ? [] : [{ category, ...sums(ofIt) }];
    }),
    reports,
  };
}

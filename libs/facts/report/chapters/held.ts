/** Chapter 4: what took place, which publics were reached and which were not, with which means and at what cost. */
import type { meansReported } from '../../events/consultation.events';
import type { encounterHeld } from '../../events/encounter.events';
import type { FactEvent, KnownData } from '../../figures/fact-event';
import type { CommonFacts } from '../../kit/common-facts';
import { cite, citedOf, nameOf, type Cited } from '../cited';
import type { ReportRecord } from '../report-record';

export interface MeansTotal {
  readonly category: string;
  /** Euro cents. */
  readonly cents: number;
  readonly hours: number;
  /** The reports they are the sum of: those that none has replaced as entered in error. */
  readonly events: readonly string[];
}

export interface Held {
  readonly encounters: readonly { readonly encounter: string; readonly events: readonly Cited[] }[];
  readonly encountersHeld: {
    readonly count: number;
    readonly events: readonly string[];
    /** Sum of what was counted; encounters without a count are left out. */
    readonly participants: number;
  };
  /** Groups too small to be told were left out before the event was made. */
  readonly publicsReached: readonly Cited[];
  readonly publicsNotReached: readonly Cited[];
  readonly means: readonly Cited[];
  readonly meansByCategory: readonly MeansTotal[];
  /** Information and communication, with the contests of their label. */
  readonly documents: readonly Cited[];
  /** Established, disputed, or a choice of values. */
  readonly factsOfTheDebate: readonly Cited[];
  readonly signatures: readonly Cited[];
}

export function held(record: ReportRecord): Held {
  const encounters = record.of('encounter');
  const consultations = record.of('consultation').flatMap(({ events }) => events);
  const took = encounters.flatMap(({ events }) => events.filter((event) => nameOf(event) === 'encounter.held'));
  return {
    encounters: encounters.map(({ id, events }) => ({ encounter: id, events: events.map(cite) })),
    encountersHeld: {
      count: took.length,
      events: took.map(({ id }) => id),
      participants: took.reduce(
        (sum, { data }) => sum + ((data as KnownData<typeof encounterHeld>).participants ?? 0),
        0,
      ),
    },
    publicsReached: citedOf(consultations, 'consultation.publicsReported'),
    publicsNotReached: citedOf(consultations, 'consultation.publicsNotReachedStated'),
    means: citedOf(consultations, 'consultation.meansReported'),
    meansByCategory: totals(notReplaced(consultations, 'consultation.meansReported')),
    documents: citedOf(
      consultations,
      'consultation.documentPublished',
      'consultation.labelContested',
      'consultation.labelUpheld',
      'consultation.labelCorrected',
    ),
    factsOfTheDebate: citedOf(consultations, 'consultation.factRecorded'),
    signatures: citedOf(consultations, 'consultation.signaturesCounted'),
  };
}

/** Those of this name that none has replaced as entered in error. */
function notReplaced(events: readonly FactEvent[], name: string): FactEvent[] {
  const named = events.filter((event) => nameOf(event) === name);
  const wrong = new Set(named.map(({ data }) => (data as CommonFacts).enteredInError?.event));
  return named.filter(({ id }) => !wrong.has(id));
}

function totals(reports: readonly FactEvent[]): MeansTotal[] {
  const sums = new Map<string, { cents: number; hours: number; events: string[] }>();
  for (const { id, data } of reports) {
    const { category, cents = 0, hours = 0 } = data as KnownData<typeof meansReported>;
    if (category === undefined) continue;
    const sum = sums.get(category) ?? { cents: 0, hours: 0, events: [] };
    sums.set(category, { cents: sum.cents + cents, hours: sum.hours + hours, events: [...sum.events, id] });
  }
  return [...sums].map(([category, sum]) => ({ category, ...sum })).sort((a, b) => (a.category < b.category ? -1 : 1));
}

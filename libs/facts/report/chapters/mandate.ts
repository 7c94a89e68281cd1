/** Chapter 2, the mandate: what was open, what was not, who was to answer and by when, and what changed since. */
import type { consultationOpened } from '../../events/consultation.events';
import { consultationDueOn, isPromised } from '../../figures/consultation-facts';
import type { KnownData } from '../../figures/fact-event';
import { evolveGuarantor, isActingOn, watchesOver, type GuarantorFacts } from '../../figures/guarantors';
import { cite, citedOf, type Cited } from '../cited';
import type { ReportRecord } from '../report-record';

export interface Mandate {
  readonly consultation: string;
  readonly opened: Cited;
  /** Amendments, addressees that joined, rules, extensions, openings and closings of the deposit. */
  readonly changes: readonly Cited[];
  /** False: no authority undertook to answer, and every page says so. */
  readonly promised: boolean;
  /** The day by which answers were promised; null without a promise, or before the close. */
  readonly answersDueOn: string | null;
  /** Guarantors that watch over it on the day of the cut. Empty: nobody does, and every page says so. */
  readonly guarantors: readonly string[];
}

export const mandates = (record: ReportRecord): readonly Mandate[] =>
  record.of('consultation').map(({ id, events }) => {
    const facts = record.facts.consultations.get(id) ?? null;
    return {
      consultation: id,
      opened: cite(events[0]!),
      changes: citedOf(
        events,
        'consultation.mandateAmended',
        'consultation.addresseeJoined',
        'consultation.rulesPublished',
        'consultation.depositOpened',
        'consultation.periodExtended',
        'consultation.depositClosed',
        'consultation.answersBegan',
      ),
      promised: facts !== null && isPromised(facts),
      answersDueOn: consultationDueOn(facts),
      guarantors: watching(record, id, (events[0]!.data as KnownData<typeof consultationOpened>).organiser ?? null),
    };
  });

const watching = (record: ReportRecord, consultation: string, organiser: string | null): string[] =>
  record.of('guarantor').flatMap(({ id, events }) => {
    const facts = events.reduce<GuarantorFacts | null>(evolveGuarantor, null);
    return facts && watchesOver(facts, consultation, organiser) && isActingOn(facts, record.cut.on) ? [id] : [];
  });

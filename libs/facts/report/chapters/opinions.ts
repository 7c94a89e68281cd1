/** Chapter 10: the texts of the guarantor and of the committee, every one of them, each where it stands in the log. */
import type { Independence } from '../../codes/oversight';
import { evolveCommittee, independenceOn, type CommitteeFacts } from '../../figures/independence';
import type { Figure } from '../../figures/published-figures';
import { cite, nameOf, type Cited } from '../cited';
import { figureOf } from '../figure-of';
import { countedLines, type ReportRecord } from '../report-record';

export interface Opinions {
  /** Empty: no guarantor was appointed, and every page says so. */
  readonly guarantors: readonly {
    readonly guarantor: string;
    /** Appointment, recommendations and their answers, opinions, reports, suspended passages, withdrawal. */
    readonly events: readonly Cited[];
    /** What was written to it is not public: only how much. */
    readonly observationsReceived: Figure;
  }[];
  readonly committees: readonly {
    readonly committee: string;
    /** On the day of the cut: only an independent one verifies or contests. */
    readonly independence: Independence;
    readonly events: readonly Cited[];
  }[];
  /** The guarantor's opinions on appeals, contribution by contribution. */
  readonly onAppeals: readonly Cited[];
}

export const opinions = (record: ReportRecord): Opinions => ({
  guarantors: record.of('guarantor').map(({ id, events }) => {
    const received = events.filter((event) => nameOf(event) === 'guarantor.observationReceived');
    return {
      guarantor: id,
      events: events.filter((event) => !received.includes(event)).map(cite),
      observationsReceived: figureOf(received.map((event) => event.id)),
    };
  }),
  committees: record.of('committee').map(({ id, events }) => ({
    committee: id,
    independence: independenceOn(
      events.reduce<CommitteeFacts | null>(evolveCommittee, null)?.members ?? [],
      record.cut.on,
    ),
    events: events.map(cite),
  })),
  onAppeals: countedLines(record).flatMap(({ events }) =>
    events.filter(({ name }) => name === 'contribution.guarantorOpinionGiven'),
  ),
});

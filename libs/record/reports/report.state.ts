import type { REPORT_EVENTS } from '@fil/facts/events/report.events';
import { statedScope, type ReportScope } from '@fil/facts/report/report-scope';
import type { Decider, RecordedOf } from '../deciding/decider';

/** What its figures rest on now. */
export interface RestsOn {
  readonly size: number;
  readonly root: string;
  readonly dataSha256: string;
}

export interface PublishedReport {
  readonly exists: true;
  readonly authority: string;
  readonly scope: ReportScope;
  readonly previous: string | null;
  readonly rests: RestsOn;
  /** Every root it ever stated, by size. */
  readonly roots: ReadonlyMap<number, string>;
  /** Events cited as opinions: each once. */
  readonly cited: ReadonlySet<string>;
  /** Who contested it since it was published or last corrected: ids of contributions, guarantors, committees. */
  readonly contestedBy: ReadonlySet<string>;
}

export type ReportState = { readonly exists: false } | PublishedReport;

type ReportEvent = RecordedOf<(typeof REPORT_EVENTS)[number]>;

export const report: Decider<ReportState> = {
  initial: { exists: false },
  evolve: (state: ReportState, event: ReportEvent): ReportState => {
    if (event.type === 'report.published/1') return published(event);
    if (!state.exists) return state;
    switch (event.type) {
      case 'report.guarantorOpinionAttached/1':
      case 'report.committeeOpinionAttached/1':
        return event.data.event === undefined ? state : { ...state, cited: new Set(state.cited).add(event.data.event) };
      case 'report.corrected/1':
        return { ...restated(state, event.data.rests), contestedBy: new Set() };
      case 'report.contested/1': {
        const { contribution, guarantor, committee } = event.data;
        const by = contribution ?? guarantor ?? committee;
        return by === undefined ? state : { ...state, contestedBy: new Set(state.contestedBy).add(by) };
      }
      default:
        return state;
    }
  },
};

const restated = (state: PublishedReport, rests: RestsOn | undefined): PublishedReport =>
  rests ? { ...state, rests, roots: new Map(state.roots).set(rests.size, rests.root) } : state;

const published = ({ data }: Extract<ReportEvent, { type: 'report.published/1' }>): PublishedReport => ({
  exists: true,
  authority: data.authority,
  scope: statedScope(data),
  previous: data.previous ?? null,
  rests: data,
  roots: new Map([[data.size, data.root]]),
  cited: new Set(),
  contestedBy: new Set(),
});

import {
  committeeSuspensionReplied,
  cutFrozen,
  findingClosed,
  findingRecorded,
  integrityChecked,
  opinionIssued,
  sampleAssessed,
  sampleDrawn,
  type COMMITTEE_EVENTS,
} from '@fil/facts/events/committee.events';
import { evolveCommittee, mayVerifyOn, type CommitteeMember } from '@fil/facts/figures/independence';
import type { Decider, RecordedOf } from '../deciding/decider';
import { NO_PASSAGES, passagesAfter, type Passages } from '../passages/passages';

export interface FindingState {
  /** What it is about. */
  readonly target: string;
  readonly replyDueOn: string;
  /** The first reply; null while there is none. */
  readonly reply: string | null;
  readonly closed: boolean;
}

export interface SampleState {
  readonly items: ReadonlySet<string>;
  readonly assessed: ReadonlySet<string>;
}

export interface EstablishedCommittee {
  readonly exists: true;
  readonly authority: string;
  /** What its tokens act for. */
  readonly code: string;
  /** Consultations, commitments and decisions it follows; empty: everything the authority does. */
  readonly scope: readonly string[];
  readonly until: string | null;
  readonly replyDays: number;
  readonly members: readonly CommitteeMember[];
  /** By the id of the event that froze it. */
  readonly cuts: ReadonlyMap<string, { readonly size: number; readonly root: string }>;
  readonly samples: ReadonlyMap<string, SampleState>;
  readonly findings: ReadonlyMap<string, FindingState>;
  readonly passages: Passages;
}

export type CommitteeState = { readonly exists: false } | EstablishedCommittee;

type CommitteeEvent = RecordedOf<(typeof COMMITTEE_EVENTS)[number]>;

/** In these it writes in its own name. */
const OWN_TEXTS = [
  cutFrozen,
  sampleDrawn,
  sampleAssessed,
  findingRecorded,
  findingClosed,
  opinionIssued,
  integrityChecked,
  committeeSuspensionReplied,
];

export const committee: Decider<CommitteeState> = {
  initial: { exists: false },
  evolve: (state: CommitteeState, event: CommitteeEvent): CommitteeState => {
    if (event.type === 'committee.established/1') return established(event);
    if (!state.exists) return state;
    return changed({ ...state, passages: passagesAfter(state.passages, event, OWN_TEXTS) }, event);
  },
};

const established = ({ data }: Extract<CommitteeEvent, { type: 'committee.established/1' }>): EstablishedCommittee => ({
  exists: true,
  authority: data.authority,
  code: data.code,
  scope: data.scope,
  until: data.until ?? null,
  replyDays: data.replyDays,
  members: [],
  cuts: new Map(),
  samples: new Map(),
  findings: new Map(),
  passages: NO_PASSAGES,
});

function changed(state: EstablishedCommittee, event: CommitteeEvent): EstablishedCommittee {
  switch (event.type) {
    case 'committee.memberAppointed/1':
    case 'committee.memberTiesDeclared/1':
    case 'committee.memberLeft/1':
      return { ...state, members: evolveCommittee(state, event)!.members };
    case 'committee.cutFrozen/1':
      return { ...state, cuts: new Map(state.cuts).set(event.id, event.data) };
    case 'committee.sampleDrawn/1': {
      const sample = { items: new Set(event.data.sample), assessed: new Set<string>() };
      return { ...state, samples: new Map(state.samples).set(event.id, sample) };
    }
    case 'committee.sampleAssessed/1': {
      const sample = state.samples.get(event.data.sample);
      if (!sample) return state;
      const assessed = new Set(sample.assessed).add(event.data.item);
      return { ...state, samples: new Map(state.samples).set(event.data.sample, { ...sample, assessed }) };
    }
    case 'committee.findingRecorded/1': {
      const finding = { target: event.data.target, replyDueOn: event.data.replyDueOn, reply: null, closed: false };
      return { ...state, findings: new Map(state.findings).set(event.id, finding) };
    }
    case 'committee.replyGiven/1':
      return withFinding(state, event.data.finding, (finding) => ({ ...finding, reply: finding.reply ?? event.id }));
    case 'committee.findingClosed/1':
      return withFinding(state, event.data.finding, (finding) => ({ ...finding, closed: true }));
    default:
      return state;
  }
}

function withFinding(
  state: EstablishedCommittee,
  id: string,
  change: (finding: FindingState) => FindingState,
): EstablishedCommittee {
  const finding = state.findings.get(id);
  return finding ? { ...state, findings: new Map(state.findings).set(id, change(finding)) } : state;
}

/**
 * Whether this committee may record that something was verified, or contest it: it exists, its term is not over, and it is
 * independent that day.
 *
 * @param day `YYYY-MM-DD`
 */
export const mayVerify = (state: CommitteeState, day: string): boolean =>
  state.exists && (state.until === null || day <= state.until) && mayVerifyOn(state.members, day);

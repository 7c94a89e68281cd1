import type {
  Appointer,
  Assessment,
  FindingKind,
  FormalOpinion,
  Independence,
  INTEGRITY_RESULTS,
  LEAVING_REASONS,
  WayOfChoosing,
} from '@fil/facts/codes/oversight';
import type { DeclaredTie } from '@fil/facts/figures/independence';
import type { SamplePopulation } from '@fil/facts/figures/sample-population';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';
import type { SuspendedPassage } from '../reading/suspended-passages';

export interface CommitteeSummary {
  readonly id: string;
  readonly code: string;
  readonly title: Opened<Text> | null;
  readonly authority: { readonly id: string; readonly name: Opened<Text> | null };
  /** Consultations, commitments and decisions it follows; empty: everything the authority does. */
  readonly scope: readonly string[];
  readonly established: Happened;
  readonly until: string | null;
  /** On the day asked. Only an independent committee records that something is verified, or contests it. */
  readonly independence: Independence;
  /** Members on the day asked. */
  readonly memberCount: number;
  readonly findings: {
    readonly recorded: number;
    /** Not closed, without a reply, the day it was due not over. */
    readonly awaitingReply: number;
    /** Without a reply, the day it was due over. */
    readonly withoutReplyInTime: number;
    readonly closed: number;
  };
}

/** Who sits there, by a code: names are never shown. */
export interface Member {
  readonly member: string;
  readonly appointed: Happened;
  readonly appointedBy: Appointer;
  readonly chosenBy: WayOfChoosing;
  /** What was declared, when; the last one stands. */
  readonly declarations: readonly (Happened & {
    readonly ties: readonly DeclaredTie[];
    readonly interests: Opened<Text> | null;
  })[];
  readonly left:
    | (Happened & { readonly reason: (typeof LEAVING_REASONS)[number]; readonly explanation: Opened<Text> | null })
    | null;
}

export interface Cut extends Happened {
  readonly size: number;
  /** Root of the Merkle tree of these entries (RFC 6962). */
  readonly root: string;
  readonly purpose: Opened<Text> | null;
}

export interface Sample extends Happened {
  /** The event that froze the cut. */
  readonly cut: string;
  readonly method: string;
  readonly population: SamplePopulation;
  readonly populationCount: number;
  readonly sample: readonly string[];
  readonly purpose: Opened<Text> | null;
  readonly assessments: readonly (Happened & {
    readonly item: string;
    readonly found: Assessment;
    readonly restated: Assessment;
    readonly grouped: Assessment;
    readonly answered: Assessment;
    readonly note: Opened<Text> | null;
  })[];
}

export interface FindingReply extends Happened {
  readonly decidedBy: Named | null;
  readonly document: string | null;
  readonly text: Opened<Text> | null;
}

export interface Finding extends Happened {
  readonly target: string;
  readonly of: { readonly event: string; readonly field: string | null } | null;
  readonly kind: FindingKind;
  readonly sample: string | null;
  readonly replyDueOn: string;
  readonly text: Opened<Text> | null;
  /** The first one, then those that supplement it. */
  readonly replies: readonly FindingReply[];
  readonly closed: (Happened & { readonly satisfied: boolean; readonly explanation: Opened<Text> | null }) | null;
}

export interface CommitteeOpinion extends Happened {
  readonly target: string | null;
  readonly opinion: FormalOpinion | null;
  readonly document: string | null;
  readonly title: Opened<Text> | null;
  readonly text: Opened<Text> | null;
  readonly address: Opened<string> | null;
}

export interface IntegrityCheck extends Happened {
  readonly size: number;
  readonly root: string;
  readonly result: (typeof INTEGRITY_RESULTS)[number];
  readonly tool: string;
  readonly version: string | null;
  readonly note: Opened<Text> | null;
}

/** Not `findings` as a count: the findings themselves. */
export interface Committee extends Omit<CommitteeSummary, 'findings'> {
  readonly shown: Shown;
  /** *Lettre de mission*. */
  readonly mandate: Opened<Text> | null;
  readonly neutralityRule: Opened<Text> | null;
  /** Days the authority has to reply to a finding. */
  readonly replyDays: number;
  readonly members: readonly Member[];
  readonly cuts: readonly Cut[];
  readonly samples: readonly Sample[];
  readonly findings: readonly Finding[];
  readonly opinions: readonly CommitteeOpinion[];
  readonly integrityChecks: readonly IntegrityCheck[];
  /** Passages the authority has withheld, with what is read instead. */
  readonly suspensions: readonly SuspendedPassage[];
}

export interface CommitteesAnswer {
  readonly shown: Shown;
  readonly items: readonly CommitteeSummary[];
  readonly next: string | null;
}

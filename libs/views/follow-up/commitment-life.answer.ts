/** What became of a commitment beside its dates and stages: money, changes, holders, councils, verdicts. */
import type { DecisionStanding } from '@fil/facts/codes/decision';
import type { When } from '@fil/facts/dates/when';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Words } from '../reading/words-of';

/** A document among the items of evidence: which one, from 1, and its SHA-256. */
export interface EvidenceHash {
  readonly item: number;
  readonly sha256: string;
}

export interface BudgetLine extends Happened {
  readonly kind: 'committed' | 'spent';
  /** Less than zero: released or recovered. */
  readonly cents: number;
  readonly reference: string | null;
  /** Id of the decision it rests on. */
  readonly decision: string | null;
  readonly note: Words;
}

/** Euro cents. */
export interface BudgetShown {
  /** Budget voté; null: not stated. */
  readonly voted: number | null;
  /** Budget engagé. */
  readonly committed: number;
  /** Budget mandaté. */
  readonly spent: number;
  /** More committed than was voted; more spent than was committed. Possible, and flagged. */
  readonly committedOverVoted: boolean;
  readonly spentOverCommitted: boolean;
  readonly lines: readonly BudgetLine[];
}

export interface SuspensionShown extends Happened {
  readonly reason: Words;
  readonly until: When | null;
  readonly decidedBy: Named | null;
  /** Null while it lasts, and where an abandonment ended it. */
  readonly resumed: Happened | null;
}

/** What it undertakes, in one version. */
export interface CommitmentContent {
  readonly title: Words;
  readonly means: Words;
  readonly indicator: Words;
  readonly budgetVoted: number | null;
  readonly weight: number | null;
  readonly reportEveryMonths: number | null;
}

export interface ModificationShown extends Happened {
  readonly reason: Words;
  readonly decidedBy: Named | null;
  readonly before: CommitmentContent;
  readonly after: CommitmentContent;
}

export interface ReassignmentShown extends Happened {
  readonly owner: { readonly from: Named | null; readonly to: Named | null } | null;
  readonly accountable: { readonly from: Named | null; readonly to: Named | null } | null;
  readonly decidedBy: Named | null;
  readonly reason: Words;
}

/** A committee's verdict, beside the authority's claim. */
export interface CommitteeVerdict extends Happened {
  readonly verdict: 'verified' | 'contested';
  readonly committee: { readonly id: string; readonly title: Words };
  readonly finding: { readonly event: string; readonly text: Words };
  /** It is what this committee says now, of the claim that stands. */
  readonly current: boolean;
}

export interface CommitmentLife {
  /** Whether the decision it follows from may still be relied on; null without one in this register. */
  readonly actStanding: DecisionStanding | null;
  readonly budget: BudgetShown;
  readonly suspensions: readonly SuspensionShown[];
  /** Each with what it was before: nothing is rewritten. */
  readonly modifications: readonly ModificationShown[];
  readonly reassignments: readonly ReassignmentShown[];
  /** New councils that took it over. */
  readonly confirmations: readonly (Happened & {
    readonly mandate: string;
    readonly decidedBy: Named | null;
    readonly note: Words;
  })[];
  /** In order; a committee may change its mind by a new finding. */
  readonly committeeVerdicts: readonly CommitteeVerdict[];
}

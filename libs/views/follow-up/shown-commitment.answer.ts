/** A commitment as it is shown by itself and in each thread it follows from. JSON-serialisable. */
import type { Progress, Stage } from '@fil/facts/codes/progress';
import type { Reason } from '@fil/facts/codes/reason';
import type { When } from '@fil/facts/dates/when';
import type { Opened } from '@fil/log/vault/vault';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Words } from '../reading/words-of';
import type { CommitmentLife, EvidenceHash } from './commitment-life.answer';
import type { ShownDecision, SourceReference } from './shown-decision.answer';

/** A planned date that was changed. `days` > 0 is a slip, < 0 an advance; null when either date is unknown. */
export interface Rescheduling {
  readonly given: Happened;
  readonly from: When | null;
  readonly to: When | null;
  readonly days: number | null;
  /** Days between the announcement and the old date's last day: `before` it was over, or after. Null without an old date. */
  readonly announced: { readonly days: number; readonly before: boolean } | null;
  readonly decidedBy: Named | null;
  /** `stated` (see `reason`), `notStatedBySource`, `withheld` (see `withheld`), or `none`. */
  readonly reasonKind: 'stated' | 'notStatedBySource' | 'withheld' | 'none';
  readonly reason: Words;
  readonly withheld: {
    readonly ground: 'publicSecurity' | 'litigation' | 'procurement';
    readonly until: string;
  } | null;
}

export interface StageStep {
  readonly given: Happened;
  readonly stage: Stage;
  readonly from: Stage | null;
  /** The source's own word for the stage. */
  readonly word: string | null;
  readonly wordBefore: string | null;
  /** A step back. */
  readonly lost: boolean;
  readonly reason: Words;
  readonly reasonNotStated: boolean;
}

export interface ProgressReport {
  readonly given: Happened;
  readonly percent: number | null;
  readonly indicatorValue: number | null;
  readonly note: Words;
  readonly evidence: readonly Opened<string>[];
  readonly evidenceHashes: readonly EvidenceHash[];
}

export interface ShownCommitment extends CommitmentLife {
  readonly id: string;
  readonly title: Words;
  readonly means: Words;
  readonly indicator: Words;
  readonly place: Words<string>;
  readonly made: Happened;
  readonly owner: Named | null;
  readonly accountable: Named | null;
  readonly decision: ShownDecision | null;
  /** Euro cents: `budget.voted`. */
  readonly budgetVoted: number | null;
  readonly themes: readonly Named[];
  readonly source: SourceReference | null;
  readonly progress: Progress;
  /** Its planned date is over and it is neither done nor abandoned. */
  readonly late: boolean;
  /** Days since the planned date was over; null when not late. */
  readonly daysLate: number | null;
  /** Days since the last news, when no report came within the interval promised; else null. */
  readonly noNewsForDays: number | null;
  readonly lastNewsOn: When;
  readonly percent: number | null;
  readonly stage: { readonly stage: Stage; readonly word: string | null } | null;
  readonly plannedFirst: When | null;
  readonly plannedNow: When | null;
  /** In order. */
  readonly reschedulings: readonly Rescheduling[];
  /** Days from the first planned date to the present one; null when either is unknown. */
  readonly slippedDays: number | null;
  readonly startedOn: When | null;
  readonly stages: readonly StageStep[];
  readonly reports: readonly ProgressReport[];
  /** The authority's own claim; null after a reopening. */
  readonly done: {
    readonly given: Happened;
    readonly note: Words;
    readonly evidence: readonly Opened<string>[];
    readonly evidenceHashes: readonly EvidenceHash[];
    readonly word: string | null;
  } | null;
  readonly abandoned: {
    readonly given: Happened;
    readonly reasons: readonly Reason[];
    readonly reason: Words;
    readonly reasonNotStated: boolean;
    readonly decidedBy: Named | null;
    readonly decision: ShownDecision | null;
    readonly word: string | null;
  } | null;
  readonly reopened: readonly {
    readonly given: Happened;
    readonly reason: Words;
    readonly word: string | null;
    /** The committee's finding that led to it. */
    readonly finding: { readonly committee: string; readonly finding: string } | null;
  }[];
  /** Its source no longer lists it: shown, never taken for an abandonment. */
  readonly notListed: { readonly given: Happened; readonly lastListedOn: When } | null;
}

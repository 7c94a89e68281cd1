/** A commitment with everything that happened to it, what it is a part of and made of, and what three parties say of it. */
import type { FOLLOW_UP_VERDICTS } from '@fil/facts/codes/words';
import type { DecisionStanding } from '@fil/facts/codes/decision';
import type { Label } from '@fil/facts/codes/label';
import type { Progress } from '@fil/facts/codes/progress';
import type { When } from '@fil/facts/dates/when';
import type { CouncilShare } from '@fil/facts/figures/councils';
import type { Text } from '@fil/facts/kit/sealed-fields';
import type { Opened } from '@fil/log/vault/vault';
import type { CommitmentLife } from '../follow-up/commitment-life.answer';
import type { ShownCommitment } from '../follow-up/shown-commitment.answer';
import type { CaseShown, ChangeShown, Titled } from '../follow-up/shown-decision.answer';
import type { Named } from '../names/named';
import type { Happened } from '../reading/happened';
import type { Shown } from '../reading/shown';
import type { Words } from '../reading/words-of';

/** A part, as it entered the computation of the whole. */
export interface PartShown extends Titled {
  readonly weight: number;
  /** From 0 to 100, rounded to one decimal. */
  readonly percent: number;
  /** False: nothing was reported on it, and 0 was taken. */
  readonly known: boolean;
  readonly progress: Progress;
  readonly late: boolean;
}

/** The progress of a commitment made of parts, with the formula it was computed with. */
export interface TreeShown {
  readonly formula: { readonly id: string; readonly text: Label };
  /** Whole percent. What the authority reports of the whole stands beside it in `percent`. */
  readonly percent: number;
  readonly parts: readonly PartShown[];
}

/** What its author says after delivery, beside the authority's claim. */
export interface ContributorVerdict extends Happened {
  readonly contribution: string;
  readonly verdict: (typeof FOLLOW_UP_VERDICTS)[number];
  readonly text: Words;
  /** The claim it is about: the event that declared it done. */
  readonly declared: string;
  /** It is about the claim that stands, and the last word of this author on it. */
  readonly current: boolean;
}

/** Three verdicts, side by side; none overwrites another. */
export interface Verdicts {
  readonly authority: ShownCommitment['done'];
  readonly contributors: readonly ContributorVerdict[];
  readonly committees: CommitmentLife['committeeVerdicts'];
}

/** Under which councils it was made and is owed (02 §2.2). */
export interface CouncilsShown {
  /** Mandate under which it was made; null: before the first one this register knows. */
  readonly madeUnder: string | null;
  readonly inOffice: string | null;
  /** What the council in office owes when it did not make it: to confirm, modify or abandon it by `reviewBy`. */
  readonly review: {
    readonly reviewBy: string;
    readonly state: 'awaited' | 'overdue' | 'confirmed' | 'modified' | 'closed';
  } | null;
  /** Slips and days late of each council that held it: earlier lateness is never the new holder's. */
  readonly shares: readonly CouncilShare[];
}

export interface CommitmentSummary {
  readonly id: string;
  readonly title: Words;
  readonly authority: { readonly id: string; readonly name: Opened<Text> | null } | null;
  readonly owner: Named | null;
  readonly accountable: Named | null;
  readonly made: Happened;
  readonly progress: Progress;
  readonly percent: number | null;
  readonly plannedFirst: When | null;
  readonly plannedNow: When | null;
  readonly slippedDays: number | null;
  readonly reschedulings: number;
  readonly late: boolean;
  readonly daysLate: number | null;
  readonly noNewsForDays: number | null;
  /** Id of the commitment it is a part of. */
  readonly parent: string | null;
  readonly decision: string | null;
  readonly actStanding: DecisionStanding | null;
  /** Under which council it was made, and whether the one in office took it over. */
  readonly councils: Pick<CouncilsShown, 'madeUnder' | 'review'>;
  /** Euro cents. */
  readonly budget: { readonly voted: number | null; readonly committed: number; readonly spent: number };
}

export interface Commitment extends ShownCommitment {
  readonly shown: Shown;
  readonly authority: CommitmentSummary['authority'];
  /** What it answers. */
  readonly answers: readonly Titled[];
  readonly territory: string | null;
  /** The date it was made with; each change of it stands in `reschedulings`. */
  readonly plannedWhenMade: When | null;
  /** Day of the claim that stands, or of the abandonment. */
  readonly closedOn: When | null;
  readonly reportEveryMonths: number | null;
  /** By when the next report is due; null where none was promised, and once it is closed. */
  readonly nextReportBy: string | null;
  readonly parent: (Titled & { readonly weight: number }) | null;
  /** Null when it has no parts. */
  readonly tree: TreeShown | null;
  readonly verdicts: Verdicts;
  readonly councils: CouncilsShown;
  /** What became of the decision it follows from. */
  readonly decisionChanges: readonly ChangeShown[];
  readonly decisionCases: readonly CaseShown[];
}

export interface CommitmentsAnswer {
  readonly shown: Shown;
  /** Of all that match, not only of this page. */
  readonly totals: { readonly commitments: number; readonly late: number; readonly noNews: number };
  /** The latest made first. */
  readonly items: readonly CommitmentSummary[];
  /** To be given back as `cursor`; null on the last page. */
  readonly next: string | null;
}

/** Chapter 8: our commitments. Who owns each, for when, with which means, what it answers, how far it is and who says so. */
import type { DecisionStanding } from '../../codes/decision';
import type { Progress, Stage } from '../../codes/progress';
import type { When } from '../../dates/when';
import {
  hasNoNews,
  isCommitmentLate,
  slippedDays,
  type CommitmentFacts,
  type CommitteeStand,
} from '../../figures/commitment-progress';
import { partsByParent, treeProgress } from '../../figures/commitment-tree';
import { sharesByCouncil, type CouncilShare } from '../../figures/councils';
import { decisionStanding } from '../../figures/decision-facts';
import type { CommitmentFigures } from '../../figures/published-figures';
import { cite, citedOf, type Cited } from '../cited';
import type { ObjectHistory, ReportRecord } from '../report-record';

export interface CommitmentLine {
  readonly commitment: string;
  readonly made: Cited;
  readonly decision: string | null;
  /** Whether the decision it rests on may be relied on; null: it rests on none. */
  readonly decisionStanding: DecisionStanding | null;
  /** Codes: the department that owns it now, the function accountable for it now. */
  readonly owner: string | null;
  readonly accountable: string | null;
  readonly plannedFirst: When | null;
  readonly plannedNow: When | null;
  readonly slippedDays: number | null;
  readonly reschedulings: number;
  /** Slips and days late, each with the council in office at the time. */
  readonly councils: readonly CouncilShare[];
  readonly progress: Progress;
  readonly stage: Stage | null;
  readonly percent: number | null;
  /** Of one made of parts: whole percent by the published formula, and the parts. */
  readonly parts: { readonly percent: number; readonly ids: readonly string[] } | null;
  readonly late: boolean;
  readonly noNews: boolean;
  readonly notListed: boolean;
  readonly lastNewsOn: When;
  /** Euro cents; voted is null where it is not stated. */
  readonly budget: CommitmentFacts['budget'];
  /** The authority's claims, with their evidence, and what it took back. */
  readonly claims: readonly Cited[];
  /** What committees say of the claim that stands: beside it, never instead of it. */
  readonly committees: readonly CommitteeStand[];
}

export interface Commitments {
  readonly figures: CommitmentFigures;
  readonly lines: readonly CommitmentLine[];
}

export function commitments(record: ReportRecord): Commitments {
  const partsOf = partsByParent(record.facts.commitments);
  return {
    figures: record.commitments,
    lines: record.of('commitment').map((history) => lineOf(record, history, partsOf)),
  };
}

function lineOf(
  { facts: { commitments: all, decisions, councils }, cut }: ReportRecord,
  { id, events }: ObjectHistory,
  partsOf: (id: string) => readonly string[],
): CommitmentLine {
  const facts = all.get(id)!;
  const decision = facts.decision === null ? undefined : decisions.get(facts.decision);
  const tree = treeProgress(id, partsOf, (part) => all.get(part));
  return {
    commitment: id,
    made: cite(events[0]!),
    decision: facts.decision,
    decisionStanding: decision ? decisionStanding(decision) : null,
    owner: facts.owner,
    accountable: facts.accountable,
    plannedFirst: facts.plannedFirst,
    plannedNow: facts.plannedNow,
    slippedDays: slippedDays(facts),
    reschedulings: facts.reschedulings,
    councils: sharesByCouncil(facts, councils.get(facts.authority ?? '') ?? [], cut.on),
    progress: facts.advance.progress,
    stage: facts.advance.stage,
    percent: facts.percent,
    parts: tree && { percent: tree.percent, ids: tree.parts.map((part) => part.id) },
    late: isCommitmentLate(facts, cut.on),
    noNews: hasNoNews(facts, cut.on),
    notListed: facts.notListed,
    lastNewsOn: facts.lastNewsOn,
    budget: facts.budget,
    claims: citedOf(events, 'commitment.declaredDone', 'commitment.stageLost', 'commitment.reopened'),
    committees: facts.stands,
  };
}
